using System.Text.Json;
using System.Text.Json.Serialization;
using Canvass.Contracts.GeoJson;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Json;

/// <summary>Writes a position as GeoJSON coordinates: [longitude, latitude]; a third number, the height, is read and left aside.</summary>
internal sealed class LatLngConverter : JsonConverter<LatLng>
{
    /// <inheritdoc/>
    public override LatLng Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var coordinates = JsonDocument.ParseValue(ref reader);
        return GeometryReader.ReadPosition(coordinates.RootElement) ?? throw new JsonException("Expected [longitude, latitude].");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LatLng value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.LngDeg);
        writer.WriteNumberValue(value.LatDeg);
        writer.WriteEndArray();
    }
}
