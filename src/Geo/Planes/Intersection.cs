using System.Diagnostics;

namespace Canvass.Geo.Planes;

/// <summary>Whether two shapes on a plane share a point, exact but for rounding. Shapes that touch, meet.</summary>
internal static class Intersection
{
    public static bool OfDisc(in PlaneSector sector, in PlaneSector disc)
    {
        Debug.Assert(disc.IsDisc, "Two partial sectors never meet in a scene.");
        return sector.DistanceTo(disc.Apex) <= disc.RadiusM;
    }

    // A sector that no edge of the polygon enters lies wholly inside or outside of it, and so does its apex.
    public static bool Of(in PlaneSector sector, FlatPolygon polygon)
    {
        if (polygon.Contains(sector.Apex))
        {
            return true;
        }

        foreach (var ring in polygon.Rings)
        {
            foreach (ref readonly var edge in ring.Edges)
            {
                if (sector.Intersects(edge))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Where no edges cross, each ring lies wholly inside or outside of the other polygon, and so does any one of its corners.
    public static bool Of(FlatPolygon first, FlatPolygon second) =>
        HasCornerIn(first, second) || HasCornerIn(second, first) || DoRingsMeet(first, second);

    private static bool HasCornerIn(FlatPolygon polygon, FlatPolygon other)
    {
        foreach (var ring in polygon.Rings)
        {
            if (other.Contains(ring.Corner))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DoRingsMeet(FlatPolygon first, FlatPolygon second)
    {
        foreach (var ring in first.Rings)
        {
            foreach (ref readonly var edge in ring.Edges)
            {
                if (edge.BoxOverlaps(second.Extent) && DoesIntersect(edge, second))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool DoesIntersect(in PlaneEdge edge, FlatPolygon polygon)
    {
        var (south, north) = (Math.Min(edge.A.NorthM, edge.B.NorthM), Math.Max(edge.A.NorthM, edge.B.NorthM));
        foreach (var ring in polygon.Rings)
        {
            foreach (ref readonly var other in ring.EdgesBetween(south, north))
            {
                if (edge.Intersects(other))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
