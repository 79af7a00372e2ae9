using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;

namespace Canvass.Storage.Cameras;

/// <summary>
/// The home cells of cameras in a small box, as a few ranges of their index. All home cells have one resolution, so the descendants of a coarser
/// cell differ in nothing but the digits below its own, and lie side by side.
/// </summary>
internal static class HomeRanges
{
    /// <summary>The most cameras that a list looks through by their home cells; a box near more of them is read in the order of ids, where few
    /// are passed over.</summary>
    public const int MaxCameras = 10_000;

    // The box's circle has some 200 coarse cells at most, before those side by side are joined.
    private const double MaxRadiusInEdges = 8;
    private const double MaxRadiusM = 50_000;
    private const int HomeResolution = 9;

    // A descendant strays from its ancestor by less than a fifth of the ancestor's edge; edges are up to a quarter longer than the mean.
    private const double StrayInEdges = 0.5;
    private const double RoundingM = 1;

    /// <summary>Ranges, ascending and both ends included, that hold the home cell of every position in the box, and others around it.</summary>
    /// <returns>Null if the box is not small: a corner lies more than 50 km from its middle.</returns>
    public static IReadOnlyList<(long Low, long High)>? Around(BoundingBox box)
    {
        var centre = Middle(box);
        var radiusM = new[] { box.South, box.North }.SelectMany(latDeg => new[] { box.West, box.East }.Select(lngDeg => new LatLng(latDeg, lngDeg)))
            .Max(corner => H3Sphere.GreatCircleDistanceM(centre, corner));
        if (radiusM > MaxRadiusM)
        {
            return null;
        }

        var resolution = HomeResolution;
        while (radiusM > MaxRadiusInEdges * H3Index.GetHexagonEdgeLengthAvgM(resolution))
        {
            resolution--;
        }

        var strayM = resolution == HomeResolution ? RoundingM : StrayInEdges * H3Index.GetHexagonEdgeLengthAvgM(resolution);
        return Joined(CircleCover.Cells(centre, radiusM + strayM, resolution).Order().Select(Descendants));
    }

    /// <summary>The smallest and the largest index that a home cell within a cell can have.</summary>
    internal static (long Low, long High) Descendants(H3Index cell)
    {
        var low = cell.CellToCenterChild(HomeResolution).Value;
        var high = low;
        for (var resolution = cell.Resolution + 1; resolution <= HomeResolution; resolution++)
        {
            high |= 6UL << Shift(resolution);
        }

        return ((long)low, (long)high);
    }

    private static List<(long Low, long High)> Joined(IEnumerable<(long Low, long High)> ranges)
    {
        List<(long Low, long High)> joined = [];
        foreach (var range in ranges)
        {
            if (joined is [.., var last] && Follows(last.High, range.Low))
            {
                joined[^1] = (last.Low, range.High);
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }

    /// <summary>Whether no home cell lies between two: the digits count on from the one to the other, in sevens.</summary>
    private static bool Follows(long high, long low)
    {
        for (var resolution = HomeResolution; resolution > 0; resolution--)
        {
            var (ends, begins) = (Digit(high, resolution), Digit(low, resolution));
            if (ends != 6 || begins != 0)
            {
                return begins == ends + 1 && high >> Shift(resolution - 1) == low >> Shift(resolution - 1);
            }
        }

        return false;
    }

    private static long Digit(long cell, int resolution) => (cell >> Shift(resolution)) & 7;

    private static int Shift(int resolution) => 3 * (H3Index.MaxResolution - resolution);

    private static LatLng Middle(BoundingBox box)
    {
        var widthDeg = box.West <= box.East ? box.East - box.West : box.East - box.West + 360;
        return new((box.South + box.North) / 2, Math.IEEERemainder(box.West + (widthDeg / 2), 360));
    }
}
