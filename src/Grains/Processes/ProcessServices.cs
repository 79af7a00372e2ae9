using Canvass.Grains.Outbox;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Processes;

/// <summary>What every process grain needs.</summary>
/// <param name="Store">Where it commits.</param>
/// <param name="Queue">Where committed messages that are due go.</param>
/// <param name="Time">The clock.</param>
internal sealed record ProcessServices(IProcessStore Store, OutboxQueue Queue, TimeProvider Time);
