using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>How canvasses were drafted and sent.</summary>
/// <param name="What">By whom.</param>
/// <param name="Clients">How many did it at a time.</param>
/// <param name="Draft">How long drafts took; <see cref="LatencySummary.PerSecond"/> are canvasses drafted and sent in a second.</param>
/// <param name="Send">How long sendings took.</param>
/// <param name="AsksEach">How many owners a canvass asked, on average.</param>
/// <param name="AsksPerSecond">Asks in inboxes in a second, from the first draft of a block until its last ask was there.</param>
/// <param name="WalBytesEach">Bytes in the write-ahead log for each canvass with its asks.</param>
internal sealed record CanvassRow(
    string What, int Clients, LatencySummary Draft, LatencySummary Send, double AsksEach, double AsksPerSecond, double WalBytesEach);
