using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.GeoJson;

/// <summary>A GeoJSON Point or Polygon.</summary>
public sealed record Geometry
{
    /// <summary><c>Point</c> or <c>Polygon</c>.</summary>
    [Required]
    public string? Type { get; init; }

    /// <summary>Of a Point [longitude, latitude], of a Polygon its closed rings of those, in WGS 84 degrees.</summary>
    [Required]
    public JsonElement? Coordinates { get; init; }

    /// <summary>The Point of a position.</summary>
    public static Geometry Of(LatLng position) => new()
    {
        Type = "Point",
        Coordinates = JsonSerializer.SerializeToElement(PointGeometry.Of(position).Coordinates),
    };

    /// <summary>A Polygon.</summary>
    public static Geometry Of(Polygon polygon) => new()
    {
        Type = "Polygon",
        Coordinates = JsonSerializer.SerializeToElement(PolygonGeometry.Of(polygon).Coordinates),
    };

    /// <summary>The position of a Point; null if it is none, which is noted. See <see cref="GeometryReader"/>.</summary>
    public LatLng? ReadPoint(string field, FieldErrors errors) => GeometryReader.ReadPoint(ToJson(), field, errors);

    /// <summary>The polygon of a Polygon; null if it is none, which is noted. See <see cref="GeometryReader"/>.</summary>
    public Polygon? ReadPolygon(string field, FieldErrors errors) => GeometryReader.ReadPolygon(ToJson(), field, errors);

    private JsonElement ToJson() => JsonSerializer.SerializeToElement(
        Coordinates is { } coordinates ? new Dictionary<string, object?> { ["type"] = Type, ["coordinates"] = coordinates } : new() { ["type"] = Type });
}
