using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>The surface that a polygon shares with a disc, exact but for rounding.</summary>
internal static class DiscOverlap
{
    // What the signed parts of a polygon outside of the disc may leave behind.
    private const double RoundingM2 = 1e-6;

    /// <summary>The shared surface in square metres; 0 below a millionth.</summary>
    public static double SurfaceM2(FlatPolygon polygon, in PlaneSector disc)
    {
        var surface = OfRing(polygon.Rings[0], disc);
        for (var i = 1; i < polygon.Rings.Length; i++)
        {
            surface -= OfRing(polygon.Rings[i], disc);
        }

        return surface > RoundingM2 ? surface : 0;
    }

    // The ring is taken apart into triangles from the disc's centre to its edges. Signed, their parts in the disc add up to the ring's.
    private static double OfRing(PlaneRing ring, in PlaneSector disc)
    {
        if (!ring.Extent.Overlaps(disc.Extent()))
        {
            return 0;
        }

        var twice = 0.0;
        foreach (ref readonly var edge in ring.Edges)
        {
            twice += Twice(From(disc.Apex, edge.A), From(disc.Apex, edge.B), disc.RadiusM * disc.RadiusM);
        }

        return Math.Abs(twice) / 2;
    }

    /// <summary>Twice the signed surface that the triangle of the origin and an edge shares with the disc around the origin.</summary>
    private static double Twice(LocalPoint a, LocalPoint b, double squaredRadius)
    {
        var along = From(a, b);
        var length = Dot(along, along);
        var half = Dot(a, along);
        var root = (half * half) - (length * (Dot(a, a) - squaredRadius));
        if (root <= 0 || length == 0)
        {
            return Arc(a, b, squaredRadius);
        }

        // Where the edge's line enters the disc and where it leaves, as parts of the edge.
        var (enters, leaves) = ((-half - Math.Sqrt(root)) / length, (-half + Math.Sqrt(root)) / length);
        if (enters >= 1 || leaves <= 0)
        {
            return Arc(a, b, squaredRadius);
        }

        var first = enters > 0 ? At(a, along, enters) : a;
        var last = leaves < 1 ? At(a, along, leaves) : b;
        return (enters > 0 ? Arc(a, first, squaredRadius) : 0) + Cross(first, last) + (leaves < 1 ? Arc(last, b, squaredRadius) : 0);
    }

    private static double Arc(LocalPoint a, LocalPoint b, double squaredRadius) =>
        squaredRadius * Math.Atan2(Cross(a, b), Dot(a, b));

    private static LocalPoint From(LocalPoint origin, LocalPoint point) =>
        new(point.EastM - origin.EastM, point.NorthM - origin.NorthM);

    private static LocalPoint At(LocalPoint from, LocalPoint along, double part) =>
        new(from.EastM + (part * along.EastM), from.NorthM + (part * along.NorthM));

    private static double Dot(LocalPoint a, LocalPoint b) => (a.EastM * b.EastM) + (a.NorthM * b.NorthM);

    private static double Cross(LocalPoint a, LocalPoint b) => (a.EastM * b.NorthM) - (a.NorthM * b.EastM);
}
