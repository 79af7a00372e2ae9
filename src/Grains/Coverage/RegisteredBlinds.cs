using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Cells;

namespace Canvass.Grains.Coverage;

/// <summary>
/// Which fine cells registered cameras see, told only where the views of five households overlap: a fine cell that one home alone sees
/// would draw that home on the map. Whether a cell is told depends on the cell alone, never on the area that was drawn.
/// </summary>
internal static class RegisteredBlinds
{
    /// <summary>The cells of those given whose centre lies in the views of <see cref="Bucket.Threshold"/> households or more.</summary>
    public static HashSet<H3Index> SeenByManyHouseholds(IReadOnlyList<H3Index> cells, IReadOnlyList<CellEntry> registered)
    {
        var seen = new HashSet<H3Index>();
        if (cells.Count == 0 || registered.Count < Bucket.Threshold)
        {
            return seen;
        }

        var asked = cells.ToHashSet();
        var candidates = new Dictionary<H3Index, List<CellEntry>>();
        foreach (var entry in registered)
        {
            foreach (var cell in entry.View.CoverCells(cells[0].Resolution).Where(asked.Contains))
            {
                if (!candidates.TryGetValue(cell, out var entries))
                {
                    candidates[cell] = entries = [];
                }

                entries.Add(entry);
            }
        }

        foreach (var (cell, entries) in candidates.Where(pair => pair.Value.Count >= Bucket.Threshold))
        {
            var centre = cell.CellToLatLng();
            var households = new HashSet<OwnerKey>(entries.Where(entry => entry.View.DoesContain(centre)).Select(entry => entry.Owner));
            if (households.Count >= Bucket.Threshold)
            {
                seen.Add(cell);
            }
        }

        return seen;
    }
}
