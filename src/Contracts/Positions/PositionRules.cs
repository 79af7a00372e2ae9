using System.Globalization;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Positions;

/// <summary>What the grid demands of a position.</summary>
public static class PositionRules
{
    /// <summary>The most positions that a view or an area given as a polygon may have, all rings together. Polygons that were stored under a wider limit are still
    /// read.</summary>
    public const int MaxPolygonPositions = 500;

    /// <summary>Notes that a polygon has too many positions.</summary>
    public static void Check(Polygon polygon, string field, FieldErrors errors)
    {
        if (Excess(polygon.PositionCount) is { } excess)
        {
            errors.Add(field, excess);
        }
    }

    /// <summary>What is wrong with a polygon of so many positions; null if it is within the limit.</summary>
    public static string? Excess(int positions) => positions <= MaxPolygonPositions ? null : string.Create(CultureInfo.InvariantCulture,
        $"{positions} positions are too many: simplify the polygon to {MaxPolygonPositions} or fewer, in all rings together.");

    /// <summary>Whether latitude and longitude are finite and in range.</summary>
    public static bool IsInRange(LatLng position) => position is { LatDeg: >= -90 and <= 90, LngDeg: >= -180 and <= 180 };

    /// <summary>Whether the position is (0, 0), which devices report when they do not know where they are.</summary>
    public static bool IsNull(LatLng position) => position is { LatDeg: 0, LngDeg: 0 };

    /// <summary>Notes an error where the position is out of range or (0, 0).</summary>
    public static void Check(LatLng position, string field, FieldErrors errors)
    {
        if (!IsInRange(position))
        {
            errors.Add(field, string.Create(CultureInfo.InvariantCulture,
                $"[{position.LngDeg}, {position.LatDeg}] is not on the globe: give [longitude, latitude] in degrees, -180 to 180 and -90 to 90."));
        }
        else if (IsNull(position))
        {
            errors.Add(field, "[0, 0] is what a device reports when its place is unknown: give the real position.");
        }
    }
}
