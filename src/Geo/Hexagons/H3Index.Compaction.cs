using System.Runtime.InteropServices;

namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>Replaces every complete set of children by its parent, again and again. Coarse cells come last.</summary>
    /// <param name="cells">Distinct cells of one resolution, in any order.</param>
    /// <exception cref="ArgumentException">There is an index that is no cell, one of another resolution, or one twice.</exception>
    public static H3Index[] CompactCells(ReadOnlySpan<H3Index> cells)
    {
        var level = cells.ToArray();
        Array.Sort(level);
        for (var i = 0; i < level.Length; i++)
        {
            level[i].Checked();
            level[0].CheckSameResolution(level[i]);
            if (i > 0 && level[i] == level[i - 1])
            {
                throw new ArgumentException($"{level[i]} is given twice; give each cell once.", nameof(cells));
            }
        }

        var compact = new List<H3Index>();
        var count = level.Length;
        while (count > 0)
        {
            count = LiftComplete(level.AsSpan(0, count), compact);
        }

        return [.. compact];
    }

    /// <summary>Replaces cells by their descendants of a finer or equal resolution.</summary>
    /// <param name="cells">Cells, none finer than the resolution.</param>
    /// <param name="resolution">The resolution of the result, 0 to 15.</param>
    /// <exception cref="ArgumentException">An index is no cell, or the descendants are more than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cell is finer than the resolution, or that is above 15.</exception>
    public static H3Index[] UncompactCells(ReadOnlySpan<H3Index> cells, int resolution)
    {
        CheckResolution(resolution);
        var size = 0L;
        foreach (var cell in cells)
        {
            size += cell.CellToChildrenSize(resolution);
        }

        if (size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"They have {size} descendants of resolution {resolution}; ask for a coarser one.", nameof(resolution));
        }

        var children = new H3Index[size];
        var count = 0;
        foreach (var cell in cells)
        {
            count += cell.CellToChildren(resolution, children.AsSpan(count));
        }

        return children;
    }

    // Sorted, the children of a parent stand side by side. Parents replace them in place; what stays goes to the result.
    private static int LiftComplete(Span<H3Index> level, List<H3Index> compact)
    {
        var resolution = level[0].Resolution;
        if (resolution == 0)
        {
            CollectionsMarshal.SetCount(compact, compact.Count + level.Length);
            level.CopyTo(CollectionsMarshal.AsSpan(compact)[^level.Length..]);
            return 0;
        }

        var parents = 0;
        for (int at = 0, end; at < level.Length; at = end)
        {
            var parent = new H3Index(Digits.Parent(level[at].Value, resolution - 1));
            for (end = at + 1; end < level.Length && Digits.Parent(level[end].Value, resolution - 1) == parent.Value; end++)
            {
            }

            if (end - at == (parent.IsPentagon ? 6 : 7))
            {
                level[parents++] = parent;
            }
            else
            {
                compact.AddRange(level[at..end]);
            }
        }

        return parents;
    }
}
