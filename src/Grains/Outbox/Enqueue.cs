using Canvass.Grains.Storage;

namespace Canvass.Grains.Outbox;

/// <summary>Puts a message into the outbox.</summary>
/// <param name="Message">The message.</param>
public sealed record Enqueue(OutboxMessage Message) : Effect;
