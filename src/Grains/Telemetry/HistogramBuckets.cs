using System.Diagnostics.Metrics;

namespace Canvass.Grains.Telemetry;

/// <summary>Where histograms divide. What a collector would choose by itself suits milliseconds, and puts all that takes less than five
/// seconds into one bucket.</summary>
public static class HistogramBuckets
{
    /// <summary>Seconds that a piece of work takes: half a millisecond to ten seconds.</summary>
    public static InstrumentAdvice<double> Work { get; } = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    /// <summary>Seconds that something has stood: ten milliseconds to an hour.</summary>
    public static InstrumentAdvice<double> Ages { get; } = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3_600],
    };

    /// <summary>How many: 1 to 1,024.</summary>
    public static InstrumentAdvice<int> Counts { get; } = new()
    {
        HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024],
    };
}
