namespace Canvass.Contracts.Outbox;

/// <summary>A message that has not been delivered yet, as an operator sees it: not what it is about, which may name an owner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Destination">The receiver.</param>
/// <param name="NotBefore">The earliest moment of delivery.</param>
/// <param name="Attempts">How many deliveries have failed.</param>
/// <param name="LastError">The kind of the last failure; null if there was none.</param>
/// <param name="IsParked">Whether it failed so often that it waits for an operator.</param>
[GenerateSerializer, Immutable, Alias("canvass.OutboxEntry")]
public sealed record OutboxEntry(
    [property: Id(0)] Guid Id, [property: Id(1)] string Destination, [property: Id(2)] DateTimeOffset NotBefore, [property: Id(3)] int Attempts,
    [property: Id(4)] string? LastError, [property: Id(5)] bool IsParked);
