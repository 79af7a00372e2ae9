namespace Canvass.Geo.Hexagons;

/// <summary>The walk from a cell to the one beside it.</summary>
internal static class Neighbours
{
    /// <summary>The neighbour in a direction, or 0 where a pentagon has none in it.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="direction">The direction, 1 to 6, in the orientation the walk began with.</param>
    /// <param name="turns">Sixths of a turn by which the cell's orientation differs from that; brought up to date.</param>
    public static ulong Step(ulong cell, int direction, ref int turns)
    {
        direction = Digits.TurnDigit(direction, turns);
        var moved = cell;
        for (var r = Digits.Resolution(cell); r > 0; r--)
        {
            var shift = Digits.Shift(r);
            var digit = (int)(cell >> shift) & 7;
            int step = (r & 1) != 0 ? StepTables.Odd[digit * 7 + direction] : StepTables.Even[digit * 7 + direction];
            moved ^= (ulong)(digit ^ step & 7) << shift;
            direction = step >> 3;
            if (direction == 0)
            {
                return BaseCells.IsPentagon(Digits.BaseCellOf(cell)) ? WithinPentagon(cell, moved, ref turns) : moved;
            }
        }

        return ToBaseCell(cell, moved, direction, ref turns);
    }

    private static ulong WithinPentagon(ulong cell, ulong moved, ref int turns)
    {
        if (Digits.Leading(moved) != Digits.K)
        {
            return moved;
        }

        // The step led into the missing wedge: on the far side of it lies the neighbour.
        switch (Digits.Leading(cell))
        {
            case Digits.JK:
                turns = (turns + 1) % 6;
                return Digits.TurnLeft(moved);
            case Digits.IK:
                turns = (turns + 5) % 6;
                return Digits.TurnRight(moved);
            default:
                return 0;
        }
    }

    private static ulong ToBaseCell(ulong cell, ulong moved, int direction, ref int turns)
    {
        var from = Digits.BaseCellOf(cell);
        var to = BaseCells.Neighbour(from, direction);
        if (to == BaseCells.None)
        {
            // The k side of a pentagon is closed up: what lies there is what lies along ik, seen turned.
            direction = Digits.IK;
            to = BaseCells.Neighbour(from, direction);
            if (Digits.Resolution(cell) == 0)
            {
                return 0;
            }

            moved = Digits.TurnLeft(moved);
            turns++;
        }

        var entering = BaseCells.NeighbourTurns(from, direction);
        moved = Digits.WithBaseCell(moved, to);
        moved = BaseCells.IsPentagon(to) ? EnterPentagon(from, to, moved, entering, ref turns) : Digits.Turn(moved, entering);
        turns = (turns + entering) % 6;
        return moved;
    }

    private static ulong EnterPentagon(int from, int to, ulong moved, int entering, ref int turns)
    {
        var outOfWedge = Digits.Leading(moved) == Digits.K;
        if (outOfWedge)
        {
            moved = BaseCells.IsClockwiseOffset(to, BaseCells.Home(from).Face) ? Digits.TurnRight(moved) : Digits.TurnLeft(moved);
        }

        for (var turn = 0; turn < entering; turn++)
        {
            moved = Digits.TurnPentagonLeft(moved);
        }

        var leading = Digits.Leading(moved);
        // The neighbours of the polar pentagons meet them along i, but for two of them: 8 in the north, 118 in the south.
        var bent = BaseCells.IsPolarPentagon(to)
            ? from is not (8 or 118) && leading != Digits.JK
            : leading == Digits.IK && !outOfWedge;
        if (bent)
        {
            turns++;
        }

        return moved;
    }
}
