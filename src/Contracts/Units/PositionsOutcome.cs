namespace Canvass.Contracts.Units;

/// <summary>What reporting positions did.</summary>
/// <param name="Accepted">How many are now the newest known of their unit.</param>
/// <param name="Rejected">The others.</param>
[GenerateSerializer, Immutable, Alias("canvass.PositionsOutcome")]
public sealed record PositionsOutcome([property: Id(0)] int Accepted, [property: Id(1)] IReadOnlyList<PositionRejection> Rejected);
