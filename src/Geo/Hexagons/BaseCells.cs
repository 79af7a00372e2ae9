namespace Canvass.Geo.Hexagons;

/// <summary>The 122 cells of resolution 0, 12 of them pentagons.</summary>
internal static class BaseCells
{
    /// <summary>How many there are.</summary>
    public const int Count = 122;

    /// <summary>What the neighbour table holds where a pentagon has no neighbour.</summary>
    public const int None = 127;

    // Bit n of the pair is set where base cell n is a pentagon.
    private const ulong PentagonsLow = 1UL << 4 | 1UL << 14 | 1UL << 24 | 1UL << 38 | 1UL << 49 | 1UL << 58 | 1UL << 63;

    private const ulong PentagonsHigh = 1UL << 8 | 1UL << 19 | 1UL << 33 | 1UL << 43 | 1UL << 53;

    /// <summary>Whether a base cell is a pentagon.</summary>
    public static bool IsPentagon(int baseCell) =>
        ((baseCell < 64 ? PentagonsLow >> baseCell : PentagonsHigh >> (baseCell - 64)) & 1) != 0;

    /// <summary>Whether a base cell is one of the two pentagons whose neighbours all lie along their i axis.</summary>
    public static bool IsPolarPentagon(int baseCell) => baseCell is 4 or 117;

    /// <summary>The neighbour in a direction, or <see cref="None"/>.</summary>
    public static int Neighbour(int baseCell, int direction) => BaseCellNeighbours.Cells[baseCell * 7 + direction];

    /// <summary>The turns of 60° counter-clockwise into the neighbour's orientation.</summary>
    public static int NeighbourTurns(int baseCell, int direction) => BaseCellNeighbours.Rotations[baseCell * 7 + direction];

    /// <summary>The direction from a base cell to a neighbour, or 7 where they do not border on each other.</summary>
    public static int DirectionTo(int baseCell, int neighbour)
    {
        var at = BaseCellNeighbours.Cells.Slice(baseCell * 7, 7).IndexOf((byte)neighbour);
        return at < 0 ? 7 : at;
    }

    /// <summary>Where the centre of a base cell lies on its home face.</summary>
    public static FacePoint Home(int baseCell)
    {
        var row = BaseCellHomes.Rows.Slice(baseCell * 6, 3);
        return new FacePoint(row[0], row[1], row[2]);
    }

    /// <summary>Whether a pentagon's missing wedge is stepped over clockwise when it is seen from a face.</summary>
    public static bool IsClockwiseOffset(int baseCell, int face)
    {
        var row = BaseCellHomes.Rows.Slice(baseCell * 6 + 4, 2);
        return row[0] == face || row[1] == face;
    }

    /// <summary>The base cell at a place of a face (i, j, k from 0 to 2), and the turns into its orientation.</summary>
    public static (int BaseCell, int Turns) At(int face, int i, int j, int k)
    {
        var at = face * 27 + i * 9 + j * 3 + k;
        return (FaceBaseCells.Cells[at], FaceBaseCells.Rotations[at]);
    }
}
