using System.Text.Json;
using System.Text.Json.Serialization;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Json;

/// <summary>Writes a polygon as a GeoJSON geometry: <c>{ "type": "Polygon", "coordinates": [[[lng, lat], …], …] }</c>.
/// It reads what the grid wrote. A polygon from outside goes through <see cref="GeometryReader.ReadPolygon(JsonElement, string, FieldErrors)"/>, which checks that no edges cross.</summary>
internal sealed class PolygonConverter : JsonConverter<Polygon>
{
    /// <inheritdoc/>
    public override Polygon Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var errors = new FieldErrors();
        using var geometry = JsonDocument.ParseValue(ref reader);
        return GeometryReader.RestorePolygon(geometry.RootElement, "polygon", errors)
            ?? throw new JsonException(string.Join(" ", errors.ToDictionary().Values.SelectMany(messages => messages)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Polygon value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, PolygonGeometry.Of(value), options);
}
