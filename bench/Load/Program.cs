using System.Runtime.InteropServices;
using Canvass.Load;
using Canvass.Load.Clusters;
using Canvass.Load.Import;
using Canvass.Load.Megacity;

(TimeSpan Limit, Func<string[], CancellationToken, Task<int>> RunAsync, string[] Arguments) mode = args switch
{
    ["cluster", .. var rest] => (ClusterBenchmark.TimeLimit, ClusterBenchmark.RunAsync, rest),
    ["import", .. var rest] => (ImportBenchmark.TimeLimit, ImportBenchmark.RunAsync, rest),
    ["megacity", .. var rest] => (MegacityBenchmark.TimeLimit, MegacityBenchmark.RunAsync, rest),
    _ => (LoadBenchmark.TimeLimit, LoadBenchmark.RunAsync, args),
};
using var stop = new CancellationTokenSource(mode.Limit);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, BreakOff);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, BreakOff);
try
{
    return await mode.RunAsync(mode.Arguments, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync($"The benchmark was broken off: it was told to stop, or took over {mode.Limit.TotalMinutes} minutes.");
    return 3;
}

void BreakOff(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
