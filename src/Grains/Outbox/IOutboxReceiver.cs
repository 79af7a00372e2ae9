namespace Canvass.Grains.Outbox;

/// <summary>Receives the messages of one destination. It may get a message more than once.</summary>
internal interface IOutboxReceiver
{
    /// <summary>The destination's name in <see cref="OutboxMessage.Destination"/>.</summary>
    string Destination { get; }

    /// <summary>Acts on a message.</summary>
    /// <returns>What becomes of the message. An exception counts as a failure: the message is delivered again later.</returns>
    Task<OutboxOutcome> ReceiveAsync(OutboxMessage message);
}
