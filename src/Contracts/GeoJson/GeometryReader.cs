using System.Text.Json;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.GeoJson;

/// <summary>Reads GeoJSON geometries (RFC 7946) and names what is wrong with them.</summary>
public static class GeometryReader
{
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

    /// <summary>A Polygon that comes from outside, checked.</summary>
    /// <param name="geometry">The geometry.</param>
    /// <param name="field">The geometry's path, for errors.</param>
    /// <param name="errors">Where the errors go.</param>
    /// <returns>The polygon; null if anything is wrong.</returns>
    public static Polygon? ReadPolygon(JsonElement geometry, string field, FieldErrors errors) =>
        ReadPolygon(geometry, field, errors, isStored: false);

    /// <summary>A Polygon that the grid itself wrote, when it was checked. Crossings are not looked for again, and older limits hold.</summary>
    /// <inheritdoc cref="ReadPolygon(JsonElement, string, FieldErrors)"/>
    public static Polygon? RestorePolygon(JsonElement geometry, string field, FieldErrors errors) =>
        ReadPolygon(geometry, field, errors, isStored: true);

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

    private static Polygon? ReadPolygon(JsonElement geometry, string field, FieldErrors errors, bool isStored)
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

        if (!isStored && PositionRules.Excess(rings.Sum(ring => ring.Count)) is { } excess)
        {
            errors.Add($"{field}.coordinates", excess);
            return null;
        }

        if (isStored ? Polygon.TryRestore(rings, out var polygon, out var error) : Polygon.TryCreate(rings, out polygon, out error))
        {
            return polygon;
        }

        errors.Add($"{field}.coordinates", error);
        return null;
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
