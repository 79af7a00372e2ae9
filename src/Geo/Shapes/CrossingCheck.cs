using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>
/// Checks that the rings of a polygon bound a surface: none without surface, none that meets itself, none that crosses another, holes
/// inside the outline and outside of each other. Rings may touch each other at points. Edges are compared from west to east and only
/// while their eastings overlap; <see cref="Polygon.MostPositions"/> bounds the worst case.
/// </summary>
internal static class CrossingCheck
{
    // What rings may overlap each other by before it is called a crossing: rounding moves a touching corner by far less.
    private const double ToleranceM = 0.001;

    // How near a ring may come to itself before it is called touching: rounding parts a corner from the edge that it lies on.
    private const double TouchM = 1e-6;

    /// <summary>What is wrong and what to do, or null.</summary>
    /// <param name="polygon">The polygon on its own plane.</param>
    /// <param name="origin">The origin of that plane.</param>
    public static string? Of(FlatPolygon polygon, LatLng origin)
    {
        for (var i = 0; i < polygon.Rings.Length; i++)
        {
            if (IsFlat(polygon.Rings[i]))
            {
                return $"{RingName.AtStart(i)} has no surface: its positions lie on one line. Give at least three that do not.";
            }
        }

        return OfEdges(polygon, new LocalPlane(origin)) ?? OfHoles(polygon);
    }

    private static bool IsFlat(PlaneRing ring)
    {
        var far = ring.Corner;
        foreach (ref readonly var edge in ring.Edges)
        {
            far = ring.Corner.DistanceTo(edge.A) > ring.Corner.DistanceTo(far) ? edge.A : far;
        }

        var line = new PlaneEdge(ring.Corner, far);
        foreach (ref readonly var edge in ring.Edges)
        {
            if (Math.Abs(line.Side(edge.A)) > ToleranceM * line.LengthM)
            {
                return false;
            }
        }

        return true;
    }

    private static string? OfEdges(FlatPolygon polygon, in LocalPlane plane)
    {
        var edges = RingEdge.FromWestToEast(polygon);
        for (var i = 0; i < edges.Length; i++)
        {
            for (var j = i + 1; j < edges.Length && edges[j].West <= edges[i].East; j++)
            {
                if (DoConflict(edges[i], edges[j]))
                {
                    return Crossing(edges[i], edges[j], plane);
                }
            }
        }

        return null;
    }

    private static bool DoConflict(in RingEdge first, in RingEdge second)
    {
        if (!first.Edge.BoxOverlaps(second.Edge))
        {
            return false;
        }

        if (first.Ring != second.Ring)
        {
            return DoCross(first.Edge, second.Edge) || DoRunTogether(first.Edge, second.Edge);
        }

        if (first.IsFollowedBy(second))
        {
            return DoesTurnBack(first.Edge, second.Edge);
        }

        return second.IsFollowedBy(first) ? DoesTurnBack(second.Edge, first.Edge) : DoTouch(first.Edge, second.Edge);
    }

    // Neighbours share a corner by right; they overlap only where the second runs back along the first.
    private static bool DoesTurnBack(in PlaneEdge edge, in PlaneEdge next)
    {
        var forth = ((edge.B.EastM - edge.A.EastM) * (next.B.EastM - next.A.EastM))
            + ((edge.B.NorthM - edge.A.NorthM) * (next.B.NorthM - next.A.NorthM));
        return forth < 0 && Math.Abs(edge.Side(next.B)) <= TouchM * edge.LengthM;
    }

    private static bool DoTouch(in PlaneEdge first, in PlaneEdge second) =>
        !DoesLieAside(first, second) && !DoesLieAside(second, first)
        && (first.Intersects(second)
            || first.DistanceTo(second.A) < TouchM || first.DistanceTo(second.B) < TouchM
            || second.DistanceTo(first.A) < TouchM || second.DistanceTo(first.B) < TouchM);

    // Whether the other edge lies wholly on one side of this one's line: nearly all pairs do, and it is quickly seen.
    private static bool DoesLieAside(in PlaneEdge edge, in PlaneEdge other)
    {
        var (a, b) = (edge.Side(other.A), edge.Side(other.B));
        return a * b > 0 && Math.Min(Math.Abs(a), Math.Abs(b)) > TouchM * edge.LengthM;
    }

    private static bool DoCross(in PlaneEdge first, in PlaneEdge second) => DoesPart(first, second) && DoesPart(second, first);

    private static bool DoesPart(in PlaneEdge edge, in PlaneEdge other)
    {
        var (a, b) = (edge.Side(other.A), edge.Side(other.B));
        return a * b < 0 && Math.Min(Math.Abs(a), Math.Abs(b)) > ToleranceM * edge.LengthM;
    }

    private static bool DoRunTogether(in PlaneEdge first, in PlaneEdge second)
    {
        var length = first.LengthM;
        if (Math.Max(Math.Abs(first.Side(second.A)), Math.Abs(first.Side(second.B))) > ToleranceM * length)
        {
            return false;
        }

        var (a, b) = (Along(first, second.A) / length, Along(first, second.B) / length);
        return Math.Min(length, Math.Max(a, b)) - Math.Max(0, Math.Min(a, b)) > ToleranceM;
    }

    private static double Along(in PlaneEdge edge, LocalPoint point) =>
        ((edge.B.EastM - edge.A.EastM) * (point.EastM - edge.A.EastM)) + ((edge.B.NorthM - edge.A.NorthM) * (point.NorthM - edge.A.NorthM));

    private static string Crossing(in RingEdge first, in RingEdge second, in LocalPlane plane)
    {
        var near = plane.ToPosition(SharedPoint(first.Edge, second.Edge));
        var where = $"near [{Math.Round(near.LngDeg, 6)}, {Math.Round(near.LatDeg, 6)}]";
        return first.Ring == second.Ring
            ? $"{RingName.AtStart(first.Ring)} crosses or touches itself {where}: "
                + "order its positions along the rim, each edge apart from the others."
            : $"{RingName.AtStart(Math.Max(first.Ring, second.Ring))} crosses "
                + $"{RingName.Of(Math.Min(first.Ring, second.Ring))} {where}: keep them apart.";
    }

    private static LocalPoint SharedPoint(in PlaneEdge first, in PlaneEdge second)
    {
        var (a, b) = (second.Side(first.A), second.Side(first.B));
        if (Math.Abs(a - b) <= ToleranceM * second.LengthM)
        {
            return second.DistanceTo(first.A) <= ToleranceM ? first.A : second.DistanceTo(first.B) <= ToleranceM ? first.B : second.A;
        }

        var along = Math.Clamp(a / (a - b), 0, 1);
        return new(
            first.A.EastM + (along * (first.B.EastM - first.A.EastM)),
            first.A.NorthM + (along * (first.B.NorthM - first.A.NorthM)));
    }

    private static string? OfHoles(FlatPolygon polygon)
    {
        for (var i = 1; i < polygon.Rings.Length; i++)
        {
            if (HasCorner(polygon.Rings[i], polygon.Rings[0], inside: false))
            {
                return $"{RingName.AtStart(i)} lies outside of the outline: move it inside, or give it as a polygon of its own.";
            }

            for (var j = 1; j < polygon.Rings.Length; j++)
            {
                if (i != j && HasCorner(polygon.Rings[i], polygon.Rings[j], inside: true))
                {
                    return $"{RingName.AtStart(i)} lies in {RingName.Of(j)}: keep them apart, or leave one out.";
                }
            }
        }

        return null;
    }

    private static bool HasCorner(PlaneRing ring, PlaneRing other, bool inside)
    {
        foreach (ref readonly var edge in ring.Edges)
        {
            if (other.Contains(edge.A) == inside && other.DistanceTo(edge.A) > ToleranceM)
            {
                return true;
            }
        }

        return false;
    }
}
