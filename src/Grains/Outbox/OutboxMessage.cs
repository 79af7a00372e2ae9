namespace Canvass.Grains.Outbox;

/// <summary>A message that leaves a transaction. It is delivered at least once; receivers are idempotent.</summary>
[GenerateSerializer, Immutable, Alias("canvass.OutboxMessage")]
public sealed record OutboxMessage
{
    /// <summary>Its id, which is also the idempotency key for receivers outside the grid.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>The receiver, for example <c>canvass</c>.</summary>
    [Id(1)]
    public required string Destination { get; init; }

    /// <summary>What it is about, in the receiver's terms: a grain's key text.</summary>
    [Id(2)]
    public required string Subject { get; init; }

    /// <summary>What to do, in the receiver's terms; at most a few hundred characters.</summary>
    [Id(3)]
    public required string Payload { get; init; }

    /// <summary>The earliest moment of delivery.</summary>
    [Id(4)]
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Until when a dispatcher has it to itself. Together with <see cref="Id"/> it names the row, so that a dispatcher whose lease ran out
    /// cannot complete what another one has claimed.</summary>
    [Id(5)]
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary>How many deliveries have failed.</summary>
    [Id(6)]
    public int Attempts { get; init; }

    /// <summary>A new message, leased to this process if it is due at once.</summary>
    /// <param name="destination">The receiver.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="payload">What to do.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="notBefore">The earliest moment of delivery; null: at once.</param>
    public static OutboxMessage Create(string destination, string subject, string payload, DateTimeOffset now, DateTimeOffset? notBefore = null)
    {
        var isLater = notBefore > now;
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Destination = destination,
            Subject = subject,
            Payload = payload,
            NotBefore = isLater ? notBefore!.Value : now,
            LeasedUntil = isLater ? notBefore!.Value : now + OutboxService.Lease,
        };
    }
}
