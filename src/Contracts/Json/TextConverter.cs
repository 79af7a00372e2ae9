using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canvass.Contracts.Json;

/// <summary>Writes a value as a JSON string.</summary>
/// <param name="write">Makes the text.</param>
/// <param name="read">Reads the text; throws <see cref="FormatException"/> where it is none of the value's.</param>
internal sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Expected a text.");
        }

        try
        {
            return read(reader.GetString()!);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}
