using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>A polygon with holes, unrolled onto a plate carrée map.</summary>
internal sealed class DegreePolygon
{
    private readonly int[] _ends;
    private readonly double _middle;

    private DegreePolygon(DegreeEdge[] edges, int[] ends, double middle)
    {
        Edges = edges;
        _ends = ends;
        _middle = middle;
    }

    /// <summary>The edges of all rings, ring after ring.</summary>
    public DegreeEdge[] Edges { get; }

    /// <summary>A corner of the outline.</summary>
    public DegreePoint FirstCorner => Edges[0].From;

    /// <summary>Unrolls rings, the outline first.</summary>
    /// <exception cref="ArgumentException">There is no outline, a ring is not one, or it goes around a pole.</exception>
    public static DegreePolygon Of(IReadOnlyList<IReadOnlyList<LatLng>> rings)
    {
        if (rings.Count == 0)
        {
            throw new ArgumentException("There is no ring; give the outline first and any holes after it.", nameof(rings));
        }

        var edges = new List<DegreeEdge>();
        var ends = new int[rings.Count];
        var middle = 0.0;
        for (var i = 0; i < rings.Count; i++)
        {
            var corners = Unroll(rings[i], i, i == 0 ? null : middle);
            for (var at = 0; at < corners.Count; at++)
            {
                edges.Add(new DegreeEdge(corners[at], corners[(at + 1) % corners.Count]));
            }

            ends[i] = edges.Count;
            middle = i == 0 ? (corners.Min(c => c.Lng) + corners.Max(c => c.Lng)) / 2 : middle;
        }

        return new DegreePolygon([.. edges], ends, middle);
    }

    /// <summary>A position in the turn of longitudes nearest to the polygon.</summary>
    public DegreePoint Align(LatLng position) => new(position.LatDeg, Near(position.LngDeg, _middle));

    /// <summary>Whether a point lies inside the outline and in no hole.</summary>
    public bool Contains(DegreePoint point)
    {
        for (int ring = 0, at = 0; ring < _ends.Length; ring++)
        {
            var inside = false;
            for (; at < _ends[ring]; at++)
            {
                inside ^= Edges[at].IsEastOf(point);
            }

            if (inside == ring > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a hole has its first corner inside a closed line.</summary>
    public bool HasHoleIn(ReadOnlySpan<DegreePoint> outline)
    {
        for (var ring = 1; ring < _ends.Length; ring++)
        {
            if (IsIn(outline, Edges[_ends[ring - 1]].From))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A longitude plus or minus whole turns, no more than half a turn from another.</summary>
    public static double Near(double lng, double other) => lng - 360 * Math.Round((lng - other) / 360);

    private static bool IsIn(ReadOnlySpan<DegreePoint> outline, DegreePoint point)
    {
        var inside = false;
        var from = outline[^1];
        foreach (var to in outline)
        {
            inside ^= new DegreeEdge(from, to).IsEastOf(point);
            from = to;
        }

        return inside;
    }

    private static List<DegreePoint> Unroll(IReadOnlyList<LatLng> ring, int number, double? near)
    {
        var count = ring.Count > 1 && ring[0] == ring[^1] ? ring.Count - 1 : ring.Count;
        if (count < 3)
        {
            throw new ArgumentException($"Ring {number} has {count} corners; give 3 or more.", "rings");
        }

        var corners = new List<DegreePoint>(count);
        var last = near ?? ring[0].LngDeg;
        for (var i = 0; i < count; i++)
        {
            var corner = ring[i];
            if (!double.IsFinite(corner.LngDeg) || !(Math.Abs(corner.LatDeg) <= 90))
            {
                throw new ArgumentException(
                    $"Ring {number} has the corner {corner}; give finite degrees, and latitudes from −90 to 90.", "rings");
            }

            last = Near(corner.LngDeg, last);
            corners.Add(new DegreePoint(corner.LatDeg, last));
        }

        if (Math.Abs(Near(corners[0].Lng, last) - corners[0].Lng) > 1)
        {
            throw new ArgumentException($"Ring {number} goes around a pole; cut the polygon along a meridian.", "rings");
        }

        return corners;
    }
}
