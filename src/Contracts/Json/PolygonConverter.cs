using System.Text.Json;
using System.Text.Json.Serialization;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Json;

/// <summary>Writes a polygon as a GeoJSON geometry: <c>{ "type": "Polygon", "coordinates": [[[lng, lat], …], …] }</c>.</summary>
internal sealed class PolygonConverter : JsonConverter<Polygon>
{
    /// <inheritdoc/>
    public override Polygon Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var geometry = JsonSerializer.Deserialize<Geometry>(ref reader, options);
        if (geometry is not { Type: "Polygon", Coordinates: { } rings } || rings.Any(ring => ring is null))
        {
            throw new JsonException("Expected a GeoJSON Polygon: { \"type\": \"Polygon\", \"coordinates\": [[[lng, lat], …]] }.");
        }

        return Polygon.TryCreate(rings, out var polygon, out var error) ? polygon! : throw new JsonException(error);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Polygon value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Geometry("Polygon", [.. value.Rings.Select(ring => ring.ToArray())]), options);

    private sealed record Geometry(string? Type, LatLng[][]? Coordinates);
}
