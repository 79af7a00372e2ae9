using Canvass.Grains.Outbox;

namespace Canvass.Storage.Outbox;

/// <summary>Outbox messages as the database keeps them: moments in ticks. <c>due_at</c> is the end of the lease, or the moment at which the message may be
/// claimed; of a parked message it is <see cref="Parked"/>.</summary>
internal static class OutboxColumns
{
    /// <summary>The columns that <see cref="Message"/> reads, in order.</summary>
    public const string All = "id, due_at, not_before, destination, subject, payload, attempts";

    /// <summary>The moment at which a parked message is due: never.</summary>
    public const long Parked = long.MaxValue;

    /// <summary>A message from its columns.</summary>
    public static OutboxMessage Message(
        Guid id, long dueAt, long notBefore, string destination, string subject, string payload, int attempts) => new()
        {
            Id = id,
            LeasedUntil = new(dueAt, TimeSpan.Zero),
            NotBefore = new(notBefore, TimeSpan.Zero),
            Destination = destination,
            Subject = subject,
            Payload = payload,
            Attempts = attempts,
        };

    /// <summary>The level from counts.</summary>
    public static OutboxLevel Level(int due, long? oldestDue, int parked) =>
        new(due, oldestDue is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null, parked);
}
