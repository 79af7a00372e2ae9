using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>How positions were taken.</summary>
/// <param name="What">By whom.</param>
/// <param name="Clients">How many reported at a time.</param>
/// <param name="Batch">How many positions a request had.</param>
/// <param name="Summary">How long requests took.</param>
/// <param name="PerSecond">Positions acknowledged in a second, on average.</param>
/// <param name="SlowestSecond">And in the slowest second.</param>
internal sealed record PositionRow(string What, int Clients, int Batch, LatencySummary Summary, double PerSecond, int SlowestSecond);
