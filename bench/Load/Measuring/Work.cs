using System.Diagnostics;

namespace Canvass.Load.Measuring;

/// <summary>Does many pieces of work, a number of them at a time.</summary>
internal static class Work
{
    /// <summary>Does pieces 0 to <paramref name="count"/> − 1 and measures each.</summary>
    public static async Task<Latencies> RunAsync(
        int count, int concurrency, Func<int, CancellationToken, Task> doAsync, CancellationToken cancellationToken)
    {
        var latencies = new Latencies();
        var started = Stopwatch.GetTimestamp();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, limits, async (i, token) =>
        {
            var began = Stopwatch.GetTimestamp();
            await doAsync(i, token);
            latencies.Add(Stopwatch.GetElapsedTime(began));
        });
        latencies.AddElapsed(Stopwatch.GetElapsedTime(started));
        return latencies;
    }
}
