namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The ancestor at a coarser or equal resolution.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is finer than the cell's own, or below 0.</exception>
    public H3Index CellToParent(int resolution)
    {
        var cell = Checked();
        if ((uint)resolution > (uint)Resolution)
        {
            throw new ArgumentOutOfRangeException(
                nameof(resolution), resolution, $"{this} is of resolution {Resolution}; its ancestors are of 0 to {Resolution}.");
        }

        return new H3Index(Digits.Parent(cell, resolution));
    }

    /// <summary>The descendant of a finer or equal resolution that has the same centre.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's own, or above 15.</exception>
    public H3Index CellToCenterChild(int resolution)
    {
        var cell = Checked();
        CheckDescendants(resolution);
        var opened = ((1UL << Digits.Shift(Resolution)) - 1) & ~((1UL << Digits.Shift(resolution)) - 1);
        return new H3Index(Digits.WithResolution(cell & ~opened, resolution));
    }

    /// <summary>The number of descendants of a finer or equal resolution.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's own, or above 15.</exception>
    public long CellToChildrenSize(int resolution)
    {
        Checked();
        CheckDescendants(resolution);
        var steps = resolution - Resolution;
        return IsPentagon ? 1 + 5 * ((Power7(steps) - 1) / 6) : Power7(steps);
    }

    /// <summary>The descendants of a finer or equal resolution, in ascending order.</summary>
    /// <exception cref="ArgumentException">The index is not a cell, or it has more descendants than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's own, or above 15.</exception>
    public H3Index[] CellToChildren(int resolution)
    {
        var size = CellToChildrenSize(resolution);
        if (size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{this} has {size} descendants of resolution {resolution}; ask for a coarser one.", nameof(resolution));
        }

        var children = new H3Index[size];
        CellToChildren(resolution, children);
        return children;
    }

    /// <summary>Writes the descendants of a finer or equal resolution in ascending order, and allocates nothing.</summary>
    /// <param name="resolution">The resolution of the descendants.</param>
    /// <param name="children">Room for <see cref="CellToChildrenSize"/>.</param>
    /// <returns>The number of descendants.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or the room is too small.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's own, or above 15.</exception>
    public int CellToChildren(int resolution, Span<H3Index> children)
    {
        CheckRoom(children.Length, CellToChildrenSize(resolution), nameof(children));
        var count = 0;
        WriteChildren(Value, resolution, children, ref count);
        return count;
    }

    private static void WriteChildren(ulong cell, int resolution, Span<H3Index> children, ref int count)
    {
        var own = Digits.Resolution(cell);
        if (own == resolution)
        {
            children[count++] = new H3Index(cell);
            return;
        }

        var shift = Digits.Shift(own + 1);
        var child = Digits.WithResolution(cell & ~(7UL << shift), own + 1);
        var pentagon = new H3Index(cell).IsPentagon;
        for (var digit = 0; digit < 7; digit++)
        {
            if (!(pentagon && digit == Digits.K))
            {
                WriteChildren(child | (ulong)digit << shift, resolution, children, ref count);
            }
        }
    }

    private void CheckDescendants(int resolution)
    {
        if (resolution < Resolution || resolution > MaxResolution)
        {
            throw new ArgumentOutOfRangeException(
                nameof(resolution), resolution, $"{this} is of resolution {Resolution}; its descendants are of {Resolution} to 15.");
        }
    }
}
