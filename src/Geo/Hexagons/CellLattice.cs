namespace Canvass.Geo.Hexagons;

/// <summary>The way between the bits of a cell and a lattice point of a face.</summary>
internal static class CellLattice
{
    /// <summary>The bits of the cell of a lattice point of its own face.</summary>
    public static ulong ToCell(FacePoint point, int resolution)
    {
        var digits = 0UL;
        for (var r = resolution; r > 0; r--)
        {
            var odd = (r & 1) != 0;
            var parent = odd ? point.UpFromOdd() : point.UpFromEven();
            var centre = odd ? parent.DownToOdd() : parent.DownToEven();
            digits |= (ulong)FacePoint.DigitOf(point.A - centre.A, point.B - centre.B) << Digits.Shift(r);
            point = parent;
        }

        var (baseCell, turns) = BaseCells.At(point.Face, point.A - point.Fold, point.B - point.Fold, -point.Fold);
        var cell = Digits.WithResolution(Digits.BaseCell(baseCell), resolution);
        cell = cell & ~Digits.Mask | digits | (1UL << Digits.Shift(resolution)) - 1;
        return BaseCells.IsPentagon(baseCell) ? TurnPentagon(cell, baseCell, point.Face, turns) : Digits.Turn(cell, turns);
    }

    /// <summary>The lattice point of the centre of a cell, on the face it lies on.</summary>
    public static FacePoint Of(ulong cell)
    {
        var baseCell = Digits.BaseCellOf(cell);
        var pentagon = BaseCells.IsPentagon(baseCell);
        var leading = pentagon ? Digits.Leading(cell) : 0;
        if (leading == Digits.IK)
        {
            // Behind the missing wedge the digits are those of the wedge itself.
            cell = Digits.TurnRight(cell);
        }

        var resolution = Digits.Resolution(cell);
        var home = BaseCells.Home(baseCell);
        var point = Descend(home, cell, resolution);

        // The descendants of a hexagon at the centre of a face all lie on that face.
        if (!pentagon && (resolution == 0 || (home.A == 0 && home.B == 0)))
        {
            return point;
        }

        return Settle(point, resolution, pentagon, pentagon && leading == Digits.I);
    }

    /// <summary>Follows the digits of a cell from the lattice point of its base cell.</summary>
    public static FacePoint Descend(FacePoint point, ulong cell, int resolution)
    {
        for (var r = 1; r <= resolution; r++)
        {
            point = ((r & 1) != 0 ? point.DownToOdd() : point.DownToEven()).Step(Digits.At(cell, r));
        }

        return point;
    }

    private static FacePoint Settle(FacePoint point, int resolution, bool pentagon, bool skipsWedge)
    {
        // Faces end along the lattices of even resolutions only.
        var odd = (resolution & 1) != 0;
        var even = odd ? resolution + 1 : resolution;
        var settled = odd ? point.DownToEven() : point;
        if (FaceEdges.Settle(ref settled, even, 1, skipsWedge) == Overage.None)
        {
            return point;
        }

        while (pentagon && FaceEdges.Settle(ref settled, even, 1, false) != Overage.None)
        {
        }

        return odd ? settled.UpFromEven() : settled;
    }

    private static ulong TurnPentagon(ulong cell, int baseCell, int face, int turns)
    {
        if (Digits.Leading(cell) == Digits.K)
        {
            cell = BaseCells.IsClockwiseOffset(baseCell, face) ? Digits.TurnRight(cell) : Digits.TurnLeft(cell);
        }

        for (var turn = 0; turn < turns; turn++)
        {
            cell = Digits.TurnPentagonLeft(cell);
        }

        return cell;
    }
}
