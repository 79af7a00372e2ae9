using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canvass.Contracts.Json;

/// <summary>Writes a moment as RFC 3339 in UTC with 'Z', and reads RFC 3339 with any offset. A time without an offset is refused: it would
/// mean another moment on every machine.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time) && HasOffset(reader.GetString()!))
        {
            return time.ToUniversalTime();
        }

        throw new JsonException("Expected an RFC 3339 time with an offset, for example 2026-01-31T23:59:59Z.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));

    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        return time > 0 && text.AsSpan(time).IndexOfAny('Z', '+', '-') > 0;
    }
}
