using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Json;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;

namespace Canvass.Gateway.Requests;

/// <summary>Reads the parameters of lists and names what is wrong with them.</summary>
internal static class QueryReader
{
    /// <summary>How many rows a page has where the caller does not say.</summary>
    public const int DefaultLimit = 100;

    /// <summary>The size of a page.</summary>
    public static int Limit(string? text, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return DefaultLimit;
        }

        var fits = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= IGridGrain.MaxBatch;
        errors.Require(fits, "limit", $"'{Excerpt.Of(text)}' is out of range: give a whole number, 1 to {IGridGrain.MaxBatch}.");
        return fits ? limit : DefaultLimit;
    }

    /// <summary>A box as <c>west,south,east,north</c>; null where none is given.</summary>
    public static BoundingBox? Box(string? text, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return BoundingBox.Parse(text);
        }
        catch (FormatException exception)
        {
            errors.Add("bbox", exception.Message);
            return null;
        }
    }

    /// <summary>A moment; null where none is given.</summary>
    public static DateTimeOffset? Time(string? text, string field, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            // A '+' that was not percent-encoded arrives as a blank.
            var json = JsonSerializer.SerializeToUtf8Bytes(text.Replace(' ', '+'));
            return JsonSerializer.Deserialize<DateTimeOffset>(json, GridJson.Options);
        }
        catch (JsonException)
        {
            errors.Add(field, $"'{Excerpt.Of(text)}' is no time: give RFC 3339 with an offset, for example 2026-01-31T23:59:59Z.");
            return null;
        }
    }

    /// <summary>A value of an enumeration; null where none is given.</summary>
    public static T? Choice<T>(string? text, string field, FieldErrors errors)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var names = Enum.GetValues<T>().ToDictionary(
            member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()), StringComparer.OrdinalIgnoreCase);
        if (names.TryGetValue(text, out var value))
        {
            return value;
        }

        errors.Add(field, $"'{Excerpt.Of(text)}' is unknown: give one of {string.Join(", ", names.Keys)}.");
        return null;
    }

    /// <summary>A cursor; null where none is given.</summary>
    public static string? Cursor(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
