using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Json;

/// <summary>Says of JSON that could not be read which field is wrong, with which value, and what belongs there.</summary>
public static partial class JsonFault
{
    /// <summary>The field under which errors of the whole body stand.</summary>
    public const string Body = "body";

    /// <summary>The refusal of a body.</summary>
    /// <param name="exception">What the parser said.</param>
    /// <param name="json">The body.</param>
    /// <param name="type">What it should have been.</param>
    public static RefusedException Refusal(JsonException exception, ReadOnlyMemory<byte> json, Type type)
    {
        var (field, message) = Explain(exception, json, type);
        return new(RefusalKind.Invalid, $"The body cannot be read: {message}", new Dictionary<string, string[]> { [field] = [message] });
    }

    /// <summary>The field that is wrong, and what is wrong with it.</summary>
    public static (string Field, string Message) Explain(JsonException exception, ReadOnlyMemory<byte> json, Type type)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var value = document.RootElement;
            var path = exception.Path ?? "$";
            foreach (Match step in Steps().Matches(path))
            {
                (value, type) = Step(value, type, step);
            }

            var field = path.TrimStart('$').TrimStart('.');
            return (field.Length == 0 ? Body : field, $"{Shown(value)} does not belong here: give {Expected(type)}.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (Body, $"Not JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: send the JSON that "
                + "/openapi/v1.json describes.");
        }
    }

    private static (JsonElement Value, Type Type) Step(JsonElement value, Type type, Match step)
    {
        var info = GridJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (step.Groups["index"] is { Success: true, Value: var index })
        {
            var at = int.Parse(index, System.Globalization.CultureInfo.InvariantCulture);
            return (value.ValueKind == JsonValueKind.Array && at < value.GetArrayLength() ? value[at] : default, info.ElementType ?? typeof(object));
        }

        var name = step.Groups["name"].Value;
        var next = value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;
        return (next, info.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType ?? typeof(object));
    }

    private static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return $"one of {string.Join(", ", Enum.GetNames(type).Select(name => $"'{JsonNamingPolicy.CamelCase.ConvertName(name)}'"))}";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "a text",
            TypeCode.Boolean => "true or false",
            TypeCode.Int32 or TypeCode.Int64 => "a whole number",
            TypeCode.Double => "a number",
            _ when type == typeof(DateTimeOffset) => "an RFC 3339 time with an offset, for example 2026-01-31T23:59:59Z",
            _ => GridJson.Options.GetTypeInfo(type).Kind switch
            {
                JsonTypeInfoKind.Enumerable => "an array",
                JsonTypeInfoKind.Object => "an object",
                _ => "what /openapi/v1.json describes",
            },
        };
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "nothing" : Excerpt.Of(value.GetRawText());

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>\d+)\]|\['(?<name>[^']*)'\]")]
    private static partial Regex Steps();
}
