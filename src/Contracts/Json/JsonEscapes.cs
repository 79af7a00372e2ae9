using System.Text.Json;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Json;

/// <summary>Refuses texts with half of a surrogate pair. The parser lets them pass and fails at whoever reads, compares or writes the text,
/// wherever that may be.</summary>
public static class JsonEscapes
{
    /// <summary>Looks at every name and text that is escaped. What is no JSON otherwise is left to the parser.</summary>
    /// <exception cref="RefusedException">An escape stands for no character.</exception>
    public static void Require(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (JsonException)
        {
            // The parser says better what is wrong.
        }
        catch (InvalidOperationException)
        {
            var message = $"A text at byte {reader.TokenStartIndex + 1} holds a Unicode escape that stands for no character: write it in UTF-8.";
            throw new RefusedException(RefusalKind.Invalid, message, new Dictionary<string, string[]> { [JsonFault.Body] = [message] });
        }
    }
}
