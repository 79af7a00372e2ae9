using Canvass.Geo.Hexagons;

namespace Canvass.Geo.Scenes;

/// <summary>What views see of an area.</summary>
/// <param name="Share">The share of the area, 0 to 1, that lies in the union of the views.</param>
/// <param name="ShareOfEach">The share of every view alone, in the order given.</param>
/// <param name="Blind">The cells whose centre lies in the area but in none of the views. Distinct, ascending.</param>
public sealed record SceneCoverage(double Share, IReadOnlyList<double> ShareOfEach, IReadOnlyList<H3Index> Blind);
