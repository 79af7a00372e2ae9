namespace Canvass.Load.Measuring;

/// <summary>How long requests took. Safe for concurrent adding.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<double> _ms = [];
    private TimeSpan _elapsed;

    /// <summary>Takes in one request.</summary>
    public void Add(TimeSpan duration)
    {
        lock (_gate)
        {
            _ms.Add(duration.TotalMilliseconds);
        }
    }

    /// <summary>Takes in the time in which a block of requests was answered.</summary>
    public void AddElapsed(TimeSpan elapsed) => _elapsed += elapsed;

    /// <summary>The summary of all so far.</summary>
    public LatencySummary Summarise()
    {
        var sorted = _ms.Order().ToArray();
        return new(
            sorted.Length, Quantile(sorted, 0.5), Quantile(sorted, 0.95), Quantile(sorted, 0.99), sorted[^1], sorted.Length / _elapsed.TotalSeconds);
    }

    /// <summary>The smallest value that a share of all values do not exceed.</summary>
    private static double Quantile(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
