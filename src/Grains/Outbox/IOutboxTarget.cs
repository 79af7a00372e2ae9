using Canvass.Grains.Boundary;

namespace Canvass.Grains.Outbox;

/// <summary>A grain that outbox messages are addressed to. Within the grid only.</summary>
[Alias("canvass.IOutboxTarget"), GrainInterfaceType("Canvass.Grains.Outbox.IOutboxTarget"), GridInternal]
internal interface IOutboxTarget : IGrainWithStringKey
{
    /// <summary>Acts on a message; a repeat changes nothing.</summary>
    [Alias("Receive")]
    Task<OutboxOutcome> ReceiveAsync(OutboxMessage message);
}
