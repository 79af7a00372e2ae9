namespace Canvass.Geo.Hexagons;

/// <summary>The corners of a cell, counter-clockwise, with one more wherever an edge bends at an icosahedron edge.</summary>
internal static class CellCorners
{
    /// <summary>The most corners a cell has: a pentagon of an odd resolution, each of whose edges bends.</summary>
    public const int Max = 10;

    // Corners are lattice points of a grid three times as fine as that of the next even resolution.
    private static ReadOnlySpan<sbyte> EvenOffsets => [2, 1, 1, 2, -1, 1, -2, -1, -1, -2, 1, -1];

    private static ReadOnlySpan<sbyte> OddOffsets => [5, 4, 1, 5, -4, 1, -5, -4, -1, -5, 4, -1];

    /// <summary>Writes the corners and tells their number.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="corners">Room for <see cref="Max"/>.</param>
    public static int Write(ulong cell, Span<UnitVector> corners)
    {
        var resolution = Digits.Resolution(cell);
        var odd = (resolution & 1) != 0;
        var even = odd ? resolution + 1 : resolution;
        var centre = CellLattice.Of(cell);
        var fine = new FacePoint(centre.Face, 3 * centre.A, 3 * centre.B);
        fine = odd ? fine.DownToEven() : fine;
        var frame = new Frame(fine, even, odd, 3 * Faces.ScaleAt(even), 3 * FaceEdges.MaxReach(even));
        return BaseCells.IsPentagon(Digits.BaseCellOf(cell)) && Digits.Leading(cell) == 0
            ? WritePentagon(frame, corners)
            : WriteHexagon(frame, corners);
    }

    private static int WriteHexagon(in Frame frame, Span<UnitVector> corners)
    {
        var count = 0;
        var lastFace = -1;
        var lastOverage = Overage.None;
        for (var vertex = 0; vertex <= 6; vertex++)
        {
            var place = vertex % 6;
            var raw = frame.Corner(place);
            var corner = raw;
            var overage = FaceEdges.Settle(ref corner, frame.Resolution, 3, false);
            if (frame.Odd && vertex > 0 && corner.Face != lastFace && lastOverage != Overage.Edge)
            {
                var other = lastFace == raw.Face ? corner.Face : lastFace;
                var from = Faces.Plane(frame.Corner((place + 5) % 6));
                var to = Faces.Plane(raw);
                var crossing = FaceEdges.Crossing(from, to, FaceEdges.SideTowards(raw.Face, other), frame.Limit);
                if (!Same(crossing, from) && !Same(crossing, to))
                {
                    corners[count++] = Faces.Unproject(raw.Face, crossing.X, crossing.Y, frame.Scale);
                }
            }

            if (vertex < 6)
            {
                corners[count++] = frame.Unproject(corner);
            }

            lastFace = corner.Face;
            lastOverage = overage;
        }

        return count;
    }

    private static int WritePentagon(in Frame frame, Span<UnitVector> corners)
    {
        var count = 0;
        var last = default(FacePoint);
        for (var vertex = 0; vertex <= 5; vertex++)
        {
            var corner = frame.Corner(vertex % 5);
            while (FaceEdges.Settle(ref corner, frame.Resolution, 3, false) == Overage.Moved)
            {
            }

            // Every edge of a pentagon of an odd resolution crosses from one face to the next.
            if (frame.Odd && vertex > 0)
            {
                var seen = FaceEdges.Across(corner, FaceEdges.SideTowards(corner.Face, last.Face), frame.Resolution, 3);
                var side = FaceEdges.SideTowards(last.Face, corner.Face);
                var crossing = FaceEdges.Crossing(Faces.Plane(last), Faces.Plane(seen), side, frame.Limit);
                corners[count++] = Faces.Unproject(last.Face, crossing.X, crossing.Y, frame.Scale);
            }

            if (vertex < 5)
            {
                corners[count++] = frame.Unproject(corner);
            }

            last = corner;
        }

        return count;
    }

    private static bool Same((double X, double Y) one, (double X, double Y) other) =>
        Math.Abs(one.X - other.X) < 1.1920929e-07 && Math.Abs(one.Y - other.Y) < 1.1920929e-07;

    private readonly record struct Frame(FacePoint Centre, int Resolution, bool Odd, double Scale, int Limit)
    {
        public FacePoint Corner(int place) => Odd
            ? Centre.Plus(OddOffsets[place * 2], OddOffsets[place * 2 + 1])
            : Centre.Plus(EvenOffsets[place * 2], EvenOffsets[place * 2 + 1]);

        public UnitVector Unproject(FacePoint corner)
        {
            var (x, y) = Faces.Plane(corner);
            return Faces.Unproject(corner.Face, x, y, Scale);
        }
    }
}
