namespace Canvass.Contracts.Coverage;

/// <summary>What share of an area is seen, 0 to 1, as the union of views.</summary>
/// <param name="Integrated">By integrated cameras.</param>
/// <param name="Registered">By registered cameras, to a hundredth, as far as it can be told without giving a home away: only views entered
/// in a cell that holds five households or more count, and areas under 0.1 km² are not told at all (null).</param>
/// <param name="Any">By any of those two; where <paramref name="Registered"/> is null, by integrated cameras.</param>
[GenerateSerializer, Immutable, Alias("canvass.CoverageShare")]
public readonly record struct CoverageShare(
    [property: Id(0)] double Integrated, [property: Id(1)] double? Registered, [property: Id(2)] double Any);
