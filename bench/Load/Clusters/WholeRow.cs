using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>How the whole work was done: an incident accepted, and everybody asked.</summary>
/// <param name="What">By whom.</param>
/// <param name="Clients">How many did it at a time.</param>
/// <param name="Summary">How long a piece took until it was acknowledged.</param>
/// <param name="AsksEach">How many owners a piece asked, on average.</param>
/// <param name="DonePerSecond">Pieces in a second, until the last ask of a block lay in its inbox.</param>
internal sealed record WholeRow(string What, int Clients, LatencySummary Summary, double AsksEach, double DonePerSecond);
