using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Mapping;

/// <summary>What a row holds for a field: a JSON value, which must be of the right type, or the text of a column or a constant, which is
/// read as what the field needs.</summary>
internal readonly struct FieldValue
{
    private readonly JsonElement _json;
    private readonly string? _text;

    private FieldValue(JsonElement json, string? text)
    {
        _json = json;
        _text = text;
    }

    /// <summary>Whether there is nothing: no such member or column, JSON's null, or blank text.</summary>
    public bool IsAbsent => _text is null && _json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The JSON value, where it is one.</summary>
    public JsonElement Json => _json;

    /// <summary>Whether it is text from a source without types.</summary>
    public bool IsUntyped => _text is not null;

    /// <summary>A column's or a constant's text.</summary>
    public static FieldValue Of(string? text) => new(default, string.IsNullOrWhiteSpace(text) ? null : text.Trim());

    /// <summary>A JSON value whose type counts.</summary>
    public static FieldValue Of(JsonElement json) => new(json, null);

    /// <summary>A JSON value from somebody else's file, whose texts, numbers and booleans are read as what the field needs.</summary>
    public static FieldValue OfForeign(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Of(json.GetRawText()),
        _ => Of(json),
    };

    /// <summary>The text; null where there is none or where it is no text.</summary>
    public string? Text(string field, FieldErrors errors)
    {
        if (IsAbsent || _text is not null || _json.ValueKind == JsonValueKind.String)
        {
            return _text ?? (IsAbsent ? null : _json.GetString());
        }

        errors.Add(field, $"{Shown()} is no text: give one in quotes, or leave it out.");
        return null;
    }

    /// <summary>The id: a text, or a whole number as its digits.</summary>
    public string? Id(string field, FieldErrors errors)
    {
        if (_text is null && _json.ValueKind == JsonValueKind.Number)
        {
            return _json.GetRawText();
        }

        return Text(field, errors);
    }

    /// <summary>The number; null where there is none or where it is no number.</summary>
    public double? Number(string field, FieldErrors errors)
    {
        if (IsAbsent)
        {
            return null;
        }

        var isNumber = _text is not null
            ? double.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            : TryNumber(_json, out number);
        if (isNumber && double.IsFinite(number))
        {
            return number;
        }

        errors.Add(field, $"{Shown()} is no number: give one, or leave it out.");
        return null;
    }

    /// <summary>True or false; null where there is neither.</summary>
    public bool? Boolean(string field, FieldErrors errors)
    {
        if (IsAbsent)
        {
            return null;
        }

        var value = _text is not null ? Parse(_text) : Parse(_json.ValueKind);
        errors.Require(value is not null, field, $"{Shown()} is neither true nor false: give one of them, or leave it out.");
        return value;
    }

    /// <summary>One of some words, in letters of either case; null where it is none of them.</summary>
    public T? Choice<T>(string field, IReadOnlyDictionary<string, T> words, FieldErrors errors)
        where T : struct
    {
        var isText = _text is not null || _json.ValueKind == JsonValueKind.String;
        if (isText && words.TryGetValue(_text ?? _json.GetString()!, out var value))
        {
            return value;
        }

        errors.Require(IsAbsent, field, $"{Shown()} is unknown: give one of {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary>The value as it is shown in a message.</summary>
    public string Shown() => Excerpt.Of(_text is not null ? $"'{_text}'" : IsAbsent ? "null" : _json.GetRawText());

    private static bool TryNumber(JsonElement json, out double number)
    {
        number = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out number);
    }

    private static bool? Parse(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static bool? Parse(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };
}
