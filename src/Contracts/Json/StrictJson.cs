using System.Text.Json;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Json;

/// <summary>Reads foreign JSON and refuses by field what cannot be read.</summary>
public static class StrictJson
{
    /// <summary>The value.</summary>
    /// <exception cref="RefusedException">The JSON is not what it should be; the error names the field, or <c>body</c>.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json)
        where T : class
    {
        JsonEscapes.Require(json.Span);
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, GridJson.Options) ?? throw Missing();
        }
        catch (JsonException exception)
        {
            throw JsonFault.Refusal(exception, json, typeof(T));
        }
    }

    private static RefusedException Missing()
    {
        var errors = new FieldErrors();
        errors.Add(JsonFault.Body, "It is null: give the JSON that /openapi/v1.json describes.");
        return new(RefusalKind.Invalid, "The body is null.", errors.ToDictionary());
    }
}
