using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Leaves out the corners of a ring that hardly change it: the algorithm of Ramer, Douglas and Peucker.</summary>
internal static class RingSimplification
{
    private const int FewestPositions = 4;

    /// <summary>The positions that are kept, closed; the ring itself if less than a triangle would be left.</summary>
    /// <param name="ring">A closed ring.</param>
    /// <param name="points">The same ring on a plane.</param>
    /// <param name="toleranceM">How far a corner that is left out may lie from the new rim, in metres.</param>
    public static IReadOnlyList<LatLng> Simplify(IReadOnlyList<LatLng> ring, ReadOnlySpan<LocalPoint> points, double toleranceM)
    {
        var isKept = new bool[ring.Count];
        var last = ring.Count - 1;
        var middle = FarthestFromStart(points);
        isKept[0] = isKept[last] = isKept[middle] = true;
        var open = new Stack<(int From, int To)>([(0, middle), (middle, last)]);
        while (open.TryPop(out var part))
        {
            var edge = new PlaneEdge(points[part.From], points[part.To]);
            var (farthest, distanceM) = (part.From, toleranceM);
            for (var i = part.From + 1; i < part.To; i++)
            {
                if (edge.DistanceTo(points[i]) is var distance && distance > distanceM)
                {
                    (farthest, distanceM) = (i, distance);
                }
            }

            if (farthest != part.From)
            {
                isKept[farthest] = true;
                open.Push((part.From, farthest));
                open.Push((farthest, part.To));
            }
        }

        var kept = ring.Where((_, place) => isKept[place]).ToList();
        return kept.Count < FewestPositions ? ring : kept;
    }

    private static int FarthestFromStart(ReadOnlySpan<LocalPoint> points)
    {
        var farthest = 0;
        for (var i = 1; i < points.Length; i++)
        {
            farthest = points[0].DistanceTo(points[i]) > points[0].DistanceTo(points[farthest]) ? i : farthest;
        }

        return farthest;
    }
}
