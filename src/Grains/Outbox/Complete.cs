using Canvass.Grains.Storage;

namespace Canvass.Grains.Outbox;

/// <summary>Takes a delivered message out of the outbox.</summary>
/// <param name="Message">The message, with the lease under which it was delivered.</param>
public sealed record Complete(OutboxMessage Message) : Effect;
