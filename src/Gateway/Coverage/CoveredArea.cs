namespace Canvass.Gateway.Coverage;

/// <summary>The area that was asked about.</summary>
/// <param name="AreaM2">Its surface in whole square metres.</param>
/// <param name="Cells">The resolution-9 cells that it touches.</param>
public sealed record CoveredArea(double AreaM2, IReadOnlyList<string> Cells);
