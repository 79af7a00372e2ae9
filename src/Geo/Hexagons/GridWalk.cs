using System.Runtime.InteropServices;

namespace Canvass.Geo.Hexagons;

/// <summary>The cells around a cell, ring by ring.</summary>
internal static class GridWalk
{
    // Counter-clockwise around a ring that is entered along i.
    private static ReadOnlySpan<byte> Around => [2, 3, 1, 5, 4, 6];

    /// <summary>Writes all cells up to a distance, nearer ones first.</summary>
    /// <returns>Their number, and how many of them are nearer than the distance.</returns>
    public static (int Count, int Inner) Disk(ulong origin, int k, Span<ulong> cells) =>
        TrySpiral(origin, k, cells) ? (3 * k * (k + 1) + 1, 3 * k * (k - 1) + Math.Min(k, 1)) : Flood(origin, k, cells);

    /// <summary>Writes the cells at exactly a distance of 1 or more, where no pentagon is in the way.</summary>
    public static bool TryRing(ulong origin, int k, Span<ulong> cells)
    {
        var turns = 0;
        for (var ring = 0; ring < k; ring++)
        {
            if (IsPentagon(origin))
            {
                return false;
            }

            origin = Neighbours.Step(origin, Digits.I, ref turns);
        }

        return !IsPentagon(origin) && TrySides(ref origin, k, cells, ref turns);
    }

    // The shape of a spiral tells each cell once; a pentagon anywhere on it bends it out of shape.
    private static bool TrySpiral(ulong origin, int k, Span<ulong> cells)
    {
        cells[0] = origin;
        if (IsPentagon(origin))
        {
            return false;
        }

        var turns = 0;
        var count = 1;
        for (var ring = 1; ring <= k; ring++)
        {
            origin = Neighbours.Step(origin, Digits.I, ref turns);
            if (IsPentagon(origin) || !TrySides(ref origin, ring, cells[count..], ref turns))
            {
                return false;
            }

            count += 6 * ring;
        }

        return true;
    }

    private static bool TrySides(ref ulong cell, int ring, Span<ulong> cells, ref int turns)
    {
        var start = cell;
        var count = 0;
        foreach (var direction in Around)
        {
            for (var i = 0; i < ring; i++)
            {
                cell = Neighbours.Step(cell, direction, ref turns);
                if (cell == 0 || IsPentagon(cell))
                {
                    return false;
                }

                cells[count++] = cell;
            }
        }

        return cell == start;
    }

    private static (int Count, int Inner) Flood(ulong origin, int k, Span<ulong> cells)
    {
        cells[0] = origin;
        // A neighbour lies in the ring before, in the same or in the next, so only three rings need to be searched.
        int before = 0, ring = 0, end = 1;
        for (var distance = 0; distance < k; distance++)
        {
            var count = end;
            for (var at = ring; at < end; at++)
            {
                for (var direction = 1; direction <= 6; direction++)
                {
                    var turns = 0;
                    var neighbour = Neighbours.Step(cells[at], direction, ref turns);
                    if (neighbour != 0 && !cells[before..count].Contains(neighbour))
                    {
                        cells[count++] = neighbour;
                    }
                }
            }

            (before, ring, end) = (ring, end, count);
        }

        return (end, ring);
    }

    /// <summary>Cells as their bits, in place.</summary>
    public static Span<ulong> Bits(Span<H3Index> cells) => MemoryMarshal.Cast<H3Index, ulong>(cells);

    private static bool IsPentagon(ulong cell) => BaseCells.IsPentagon(Digits.BaseCellOf(cell)) && Digits.Leading(cell) == 0;
}
