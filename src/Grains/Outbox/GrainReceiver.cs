namespace Canvass.Grains.Outbox;

/// <summary>Hands messages to grains of one type; a message's subject is the grain's key.</summary>
/// <param name="destination">The destination's name.</param>
/// <param name="type">The grains' type.</param>
/// <param name="grains">Finds them.</param>
internal sealed class GrainReceiver(string destination, GrainType type, IGrainFactory grains) : IOutboxReceiver
{
    /// <inheritdoc/>
    public string Destination => destination;

    /// <inheritdoc/>
    public Task<OutboxOutcome> ReceiveAsync(OutboxMessage message) =>
        grains.GetGrain<IOutboxTarget>(GrainId.Create(type, message.Subject)).ReceiveAsync(message);
}
