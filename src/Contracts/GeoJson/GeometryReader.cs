using System.Text.Json;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.GeoJson;

/// <summary>Reads GeoJSON geometries (RFC 7946) and names what is wrong with them.</summary>
public static class GeometryReader
{
    /// <summary>The most positions that a polygon may have, over all rings.</summary>
    public const int MaxPositions = 5_000;

    /// <summary>The position of a Point; a height is left aside. Whether it is in range is not checked here.</summary>
    /// <param name="geometry">The geometry.</param>
    /// <param name="field">The geometry's path, for errors.</param>
    /// <param name="errors">Where the errors go.</param>
    /// <returns>The position; null where anything is wrong.</returns>
    public static LatLng? ReadPoint(JsonElement geometry, string field, FieldErrors errors)
    {
        if (!IsOf("Point", geometry, field, errors))
        {
            return null;
        }

        var position = geometry.TryGetProperty("coordinates", out var coordinates) ? ReadPosition(coordinates) : null;
        errors.Require(position is not null, $"{field}.coordinates", "These are no coordinates: give [longitude, latitude] in degrees.");
        return position;
    }

    /// <summary>The rings of a Polygon, checked.</summary>
    /// <param name="geometry">The geometry.</param>
    /// <param name="field">The geometry's path, for errors.</param>
    /// <param name="errors">Where the errors go.</param>
    /// <returns>The polygon; null where anything is wrong.</returns>
    public static Polygon? ReadPolygon(JsonElement geometry, string field, FieldErrors errors)
    {
        if (!IsOf("Polygon", geometry, field, errors))
        {
            return null;
        }

        if (!geometry.TryGetProperty("coordinates", out var coordinates) || Rings(coordinates) is not { } rings)
        {
            errors.Add($"{field}.coordinates", "These are no rings: give [[[longitude, latitude], …], …] in degrees.");
            return null;
        }

        var positions = rings.Sum(ring => ring.Count);
        if (positions > MaxPositions)
        {
            errors.Add($"{field}.coordinates", $"{positions} positions are too many: give at most {MaxPositions}.");
            return null;
        }

        if (Polygon.TryCreate(rings, out var polygon, out var error))
        {
            return polygon;
        }

        errors.Add($"{field}.coordinates", error!);
        return null;
    }

    /// <summary>A position: [longitude, latitude]; a height is left aside. Null if the JSON is none.</summary>
    public static LatLng? ReadPosition(JsonElement coordinates)
    {
        if (coordinates.ValueKind != JsonValueKind.Array || coordinates.GetArrayLength() < 2
            || coordinates.EnumerateArray().Any(number => number.ValueKind != JsonValueKind.Number))
        {
            return null;
        }

        return new(coordinates[1].GetDouble(), coordinates[0].GetDouble());
    }

    private static bool IsOf(string type, JsonElement geometry, string field, FieldErrors errors)
    {
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            errors.Add(field, $"There is no geometry: give {{ \"type\": \"{type}\", \"coordinates\": … }}.");
            return false;
        }

        if (geometry.TryGetProperty("type", out var given) && given.ValueKind == JsonValueKind.String && given.ValueEquals(type))
        {
            return true;
        }

        var shown = given.ValueKind == JsonValueKind.Undefined ? "No type" : Excerpt.Of(given.GetRawText());
        errors.Add($"{field}.type", $"{shown} does not fit here: give a {type}.");
        return false;
    }

    private static List<IReadOnlyList<LatLng>>? Rings(JsonElement coordinates)
    {
        if (coordinates.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var rings = new List<IReadOnlyList<LatLng>>();
        foreach (var ring in coordinates.EnumerateArray())
        {
            if (ring.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var positions = ring.EnumerateArray().Select(ReadPosition).ToList();
            if (positions.Contains(null))
            {
                return null;
            }

            rings.Add([.. positions.Select(position => position!.Value)]);
        }

        return rings;
    }
}
