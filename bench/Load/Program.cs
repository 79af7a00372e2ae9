using System.Runtime.InteropServices;
using Canvass.Load;

using var stop = new CancellationTokenSource(LoadBenchmark.TimeLimit);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, BreakOff);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, BreakOff);
try
{
    return await LoadBenchmark.RunAsync(args, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync(
        $"The benchmark was broken off: it was told to stop, or took over {LoadBenchmark.TimeLimit.TotalMinutes} minutes.");
    return 3;
}

void BreakOff(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
