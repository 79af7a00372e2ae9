using Canvass.Contracts.Coverage;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;

namespace Canvass.Grains.Disclosure;

/// <summary>Decides everything that may be told about homes: only what follows from the published buckets of whole resolution-8 cells, never anything that
/// depends on the drawn area, the window, a single view or who was asked.</summary>
internal static class HomesDisclosure
{
    private const int SampleResolution = 11;

    /// <summary>The buckets of whole cells.</summary>
    /// <param name="cells">The resolution-8 cells.</param>
    /// <param name="households">How many households stand in a cell; null if that is not known, and the cell is left out: it would be told as empty.</param>
    public static IReadOnlyList<RegisteredCount> Buckets(IEnumerable<H3Index> cells, Func<H3Index, int?> households) =>
        [.. cells.Distinct().Order().Select(cell => (Cell: cell, Count: households(cell))).Where(cell => cell.Count is not null)
            .Select(cell => new RegisteredCount(cell.Cell, Bucket.OfCell(cell.Count!.Value)))];

    /// <summary>How many homes an area is expected to hold, if each cell's homes were spread evenly over it: the bounds of each bucket times the share of its cell that
    /// lies in the area, rounded outwards. A home outside of the area whose view reaches into it is asked too, and is not in this range.</summary>
    public static ExpectedHomes Expect(Scene scene, IReadOnlyList<RegisteredCount> buckets)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var bucket in buckets)
        {
            var share = ShareInside(scene, bucket.Cell);
            var (lowest, highest) = bucket.Households.Range();
            low += share * lowest;
            high += share * highest;
        }

        return new((int)Math.Floor(low), (int)Math.Ceiling(high));
    }

    /// <summary>The share of a cell that lies in the area, by the centres of its 343 descendants of resolution 11.</summary>
    private static double ShareInside(Scene scene, H3Index cell)
    {
        var (inside, all) = (0, 0);
        foreach (var fine in cell.CellToChildren(SampleResolution))
        {
            all++;
            inside += scene.Contains(fine.CellToLatLng()) ? 1 : 0;
        }

        return (double)inside / all;
    }
}
