using Canvass.Load;

using var stop = new CancellationTokenSource(LoadBenchmark.TimeLimit);
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
return await LoadBenchmark.RunAsync(args, stop.Token);
