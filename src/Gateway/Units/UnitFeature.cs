using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Units;

namespace Canvass.Gateway.Units;

/// <summary>Writes responders as GeoJSON.</summary>
internal static class UnitFeature
{
    /// <summary>Responders at their last positions; the id of each is <c>agency/callSign</c>.</summary>
    public static FeatureCollection<UnitProperties> CollectionOf(IReadOnlyList<UnitPosition> units) => new([.. units.Select(Of)]);

    private static Feature<UnitProperties> Of(UnitPosition unit) =>
        new($"{unit.Agency}/{unit.CallSign}", PointGeometry.Of(unit.Position), UnitProperties.Of(unit));
}
