using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>How the whole work was done: an incident accepted, a canvass drafted and sent, and everybody asked.</summary>
/// <param name="What">By whom.</param>
/// <param name="Clients">How many did it at a time.</param>
/// <param name="Summary">How long a canvass took until it was acknowledged; <see cref="LatencySummary.PerSecond"/> are those in a
/// second.</param>
/// <param name="AsksEach">How many owners a canvass asked, on average.</param>
/// <param name="AsksPerSecond">Asks in inboxes in a second, from the first request of a block until its last ask was there.</param>
/// <param name="WalBytesEach">Bytes in the write-ahead log for each incident with its canvass and asks.</param>
internal sealed record WholeRow(
    string What, int Clients, LatencySummary Summary, double AsksEach, double AsksPerSecond, double WalBytesEach);
