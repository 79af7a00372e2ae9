using System.Text.Json.Serialization;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.GeoJson;

/// <summary>A GeoJSON Point.</summary>
/// <param name="Coordinates">Longitude and latitude in WGS 84 degrees.</param>
public sealed record PointGeometry(IReadOnlyList<double> Coordinates)
{
    /// <summary>Always <c>Point</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Point";

    /// <summary>The point of a position.</summary>
    public static PointGeometry Of(LatLng position) => new([position.LngDeg, position.LatDeg]);
}
