namespace Canvass.Geo.Hexagons;

/// <summary>Coordinates of a cell on the unfolded lattice around another, for distances.</summary>
/// <remarks>
/// Around a pentagon the lattice unfolds in more than one way. The tables tell by how much to turn the cells on the
/// far side, and where there is no single answer; they are those of the reference library.
/// </remarks>
internal static class LocalLattice
{
    // Leading digit (or base cell direction) of the origin × that of the cell → sixths of a turn clockwise.
    private static ReadOnlySpan<byte> PentagonTurns =>
    [
        0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 1, 0,
        0, 0, 0, 0, 1, 1, 0,
        0, 0, 0, 5, 0, 0, 0,
        0, 0, 5, 5, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0,
    ];

    // For each of these, as bits, the directions in which unfolding would lead over more than one face.
    private static ReadOnlySpan<byte> Closed => [0, 0, 1 << 4 | 1 << 5, 1 << 4 | 1 << 6, 1 << 2 | 1 << 3, 1 << 2 | 1 << 6, 1 << 3 | 1 << 5];

    /// <summary>Finds the coordinates of a cell relative to the base cell of an origin of the same resolution.</summary>
    /// <returns>False where the two are too far apart or a pentagon lies between them.</returns>
    public static bool TryLocate(ulong origin, ulong cell, out FacePoint point)
    {
        point = default;
        var from = Digits.BaseCellOf(origin);
        var to = Digits.BaseCellOf(cell);
        return from == to ? TryWithin(origin, cell, from, out point) : TryBeside(origin, cell, from, to, out point);
    }

    private static bool TryWithin(ulong origin, ulong cell, int baseCell, out FacePoint point)
    {
        point = CellLattice.Descend(default, cell, Digits.Resolution(cell));
        if (!BaseCells.IsPentagon(baseCell))
        {
            return true;
        }

        var leading = Digits.Leading(origin);
        var other = Digits.Leading(cell);
        point = TurnRight(point, PentagonTurns[leading * 7 + other]);
        return (Closed[leading] >> other & 1) == 0;
    }

    private static bool TryBeside(ulong origin, ulong cell, int from, int to, out FacePoint point)
    {
        point = default;
        var direction = BaseCells.DirectionTo(from, to);
        if (direction == 7)
        {
            return false;
        }

        var back = BaseCells.DirectionTo(to, from);
        cell = Unturn(cell, BaseCells.NeighbourTurns(from, direction), BaseCells.IsPentagon(to), ref back);
        int turns = 0, turnsOfOffset = 0;
        if (BaseCells.IsPentagon(from))
        {
            var leading = Digits.Leading(origin);
            turns = turnsOfOffset = PentagonTurns[leading * 7 + direction];
            if ((Closed[leading] >> direction & 1) != 0)
            {
                return false;
            }
        }
        else if (BaseCells.IsPentagon(to))
        {
            var leading = Digits.Leading(cell);
            turns = PentagonTurns[back * 7 + leading];
            if ((Closed[leading] >> back & 1) != 0)
            {
                return false;
            }
        }

        var resolution = Digits.Resolution(origin);
        var inner = TurnRight(CellLattice.Descend(default, cell, resolution), turns);
        var offset = default(FacePoint).Step(direction);
        for (var r = 1; r <= resolution; r++)
        {
            offset = (r & 1) != 0 ? offset.DownToOdd() : offset.DownToEven();
        }

        offset = TurnRight(offset, turnsOfOffset);
        point = inner.Plus(offset.A, offset.B);
        return true;
    }

    // Undoes the turn by which the cell's base cell lies against that of the origin.
    private static ulong Unturn(ulong cell, int turns, bool pentagon, ref int back)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            cell = pentagon ? Digits.TurnPentagonRight(cell) : Digits.TurnRight(cell);
            back = Digits.TurnDigit(back, 5);
            if (pentagon && back == Digits.K)
            {
                back = Digits.TurnDigit(back, 5);
            }
        }

        return cell;
    }

    private static FacePoint TurnRight(FacePoint point, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            point = point.TurnRight();
        }

        return point;
    }
}
