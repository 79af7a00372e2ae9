namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The number of the cell of resolution 0 that holds this one, 0 to 121.</summary>
    public int BaseCellNumber => Digits.BaseCellOf(Value);

    /// <summary>Whether the cell is one of the twelve pentagons of its resolution.</summary>
    public bool IsPentagon => BaseCells.IsPentagon(BaseCellNumber) && Digits.Leading(Value) == 0;

    /// <summary>Whether the resolution is odd, where the lattice is turned against the icosahedron.</summary>
    public bool IsResClassIII => (Resolution & 1) != 0;

    /// <summary>The number of cells of a resolution: 2 + 120 × 7^resolution.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static long GetNumCells(int resolution)
    {
        CheckResolution(resolution);
        return 2 + 120 * Power7(resolution);
    }

    /// <summary>The 122 cells of resolution 0, by number.</summary>
    public static H3Index[] GetRes0Cells()
    {
        var cells = new H3Index[BaseCells.Count];
        for (var baseCell = 0; baseCell < cells.Length; baseCell++)
        {
            cells[baseCell] = new H3Index(Digits.BaseCell(baseCell));
        }

        return cells;
    }

    /// <summary>The twelve pentagons of a resolution, by base cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static H3Index[] GetPentagons(int resolution)
    {
        CheckResolution(resolution);
        return [.. GetRes0Cells().Where(cell => cell.IsPentagon).Select(cell => cell.CellToCenterChild(resolution))];
    }

    internal static void CheckResolution(int resolution)
    {
        if ((uint)resolution > MaxResolution)
        {
            ThrowResolution(resolution);
        }
    }

    private static void ThrowResolution(int resolution) => throw new ArgumentOutOfRangeException(
        nameof(resolution), resolution, "A resolution is 0 (coarsest) to 15 (finest).");

    private static long Power7(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 7;
        }

        return power;
    }
}
