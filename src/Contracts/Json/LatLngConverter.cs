using System.Text.Json;
using System.Text.Json.Serialization;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Json;

/// <summary>Writes a position as GeoJSON coordinates: [longitude, latitude]; a third number, the height, is read and left aside.</summary>
internal sealed class LatLngConverter : JsonConverter<LatLng>
{
    private const string Expected = "Expected [longitude, latitude].";

    /// <inheritdoc/>
    public override LatLng Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException(Expected);
        }

        var longitude = ReadNumber(ref reader);
        var latitude = ReadNumber(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number)
            {
                throw new JsonException(Expected);
            }
        }

        return new(latitude, longitude);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LatLng value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.LngDeg);
        writer.WriteNumberValue(value.LatDeg);
        writer.WriteEndArray();
    }

    private static double ReadNumber(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw new JsonException(Expected);
}
