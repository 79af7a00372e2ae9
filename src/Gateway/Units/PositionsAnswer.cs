namespace Canvass.Gateway.Units;

/// <summary>What came of positions.</summary>
/// <param name="Accepted">How many are now the newest known of their unit.</param>
/// <param name="Rejected">The others, in order.</param>
public sealed record PositionsAnswer(int Accepted, IReadOnlyList<RejectedPosition> Rejected);
