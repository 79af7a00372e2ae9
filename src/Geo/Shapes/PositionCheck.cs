using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Checks the rings of a polygon position by position: how many, in range, closed.</summary>
internal static class PositionCheck
{
    private const int FewestPositions = 4;

    /// <summary>What is wrong and what to do, or null.</summary>
    public static string? Of(IReadOnlyList<IReadOnlyList<LatLng>> rings)
    {
        if (rings.Count == 0)
        {
            return "The polygon has no ring: give one closed ring of four or more positions, the outline, and then its holes, if any.";
        }

        var positions = rings.Sum(ring => ring?.Count ?? 0);
        if (positions > Polygon.MostPositions)
        {
            return $"The polygon has {positions} positions: simplify it to {Polygon.MostPositions} or fewer.";
        }

        for (var i = 0; i < rings.Count; i++)
        {
            if (OfRing(rings[i], RingName.AtStart(i)) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static string? OfRing(IReadOnlyList<LatLng>? ring, string name)
    {
        if (ring is null || ring.Count < FewestPositions)
        {
            return $"{name} has {ring?.Count ?? 0} positions: give at least {FewestPositions}, the last repeating the first.";
        }

        for (var i = 0; i < ring.Count; i++)
        {
            if (OfPosition(ring[i]) is { } error)
            {
                return $"{name}, position {i}: {error}";
            }
        }

        return ring[0] == ring[^1]
            ? null
            : $"{name} is open: its last position {Text(ring[^1])} is not its first {Text(ring[0])}. Repeat the first position at the end.";
    }

    private static string? OfPosition(LatLng position)
    {
        if (!(Math.Abs(position.LngDeg) <= 180))
        {
            return $"longitude {position.LngDeg} is out of range. Give degrees from -180 to 180, longitude before latitude.";
        }

        return Math.Abs(position.LatDeg) <= 90
            ? null
            : $"latitude {position.LatDeg} is out of range. Give degrees from -90 to 90, longitude before latitude.";
    }

    private static string Text(LatLng position) => $"[{position.LngDeg}, {position.LatDeg}]";
}
