using Canvass.Contracts.Coverage;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;

namespace Canvass.Grains.Disclosure;

/// <summary>Decides everything that may be told about homes: only what follows from the published buckets of whole resolution-8 cells, never anything that
/// depends on the drawn area, the window, a single view or who was asked.</summary>
internal static class HomesDisclosure
{
    // Surfaces are off by rounding: a bound of 5.0000001 is 5.
    private const double Rounding = 1e-6;

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
            var (lowest, highest) = bucket.Households.Range();
            var share = highest == 0 ? 0 : scene.ShareOfCellInArea(bucket.Cell);
            low += share * lowest;
            high += share * highest;
        }

        return new((int)Math.Floor(low + Rounding), (int)Math.Ceiling(high - Rounding));
    }
}
