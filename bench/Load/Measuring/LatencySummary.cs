namespace Canvass.Load.Measuring;

/// <summary>What many requests took.</summary>
/// <param name="Requests">How many.</param>
/// <param name="MedianMs">The median in milliseconds.</param>
/// <param name="P95Ms">The 95th percentile in milliseconds.</param>
/// <param name="P99Ms">The 99th percentile in milliseconds.</param>
/// <param name="MaxMs">The slowest in milliseconds.</param>
/// <param name="PerSecond">Requests answered in a second.</param>
internal sealed record LatencySummary(int Requests, double MedianMs, double P95Ms, double P99Ms, double MaxMs, double PerSecond);
