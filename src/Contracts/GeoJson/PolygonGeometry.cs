using System.Text.Json.Serialization;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.GeoJson;

/// <summary>A GeoJSON Polygon.</summary>
/// <param name="Coordinates">Its closed rings of longitudes and latitudes in WGS 84 degrees, the outline first.</param>
public sealed record PolygonGeometry(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Coordinates)
{
    /// <summary>Always <c>Polygon</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Polygon";

    /// <summary>Writes a polygon.</summary>
    public static PolygonGeometry Of(Polygon polygon) =>
        new([.. polygon.Rings.Select(ring => (IReadOnlyList<IReadOnlyList<double>>)
            [.. ring.Select(corner => (IReadOnlyList<double>)[corner.LngDeg, corner.LatDeg])])]);
}
