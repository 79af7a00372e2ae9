using Canvass.Geo.Hexagons;

namespace Canvass.Grains.Cells;

/// <summary>What a cell answers.</summary>
/// <param name="Sightings">The cameras entered in it that see the area.</param>
/// <param name="Households">How many households with registered cameras stand in each resolution-8 cell that it holds.</param>
[GenerateSerializer, Immutable, Alias("canvass.CellAnswer")]
internal sealed record CellAnswer(
    [property: Id(0)] IReadOnlyList<Sighting> Sightings, [property: Id(1)] IReadOnlyDictionary<H3Index, int> Households);
