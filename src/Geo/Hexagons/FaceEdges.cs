namespace Canvass.Geo.Hexagons;

/// <summary>Carries lattice points from one face to its neighbour across their common edge.</summary>
internal static class FaceEdges
{
    private const int Ij = 0;
    private const int Ki = 1;
    private const int Jk = 2;

    /// <summary>The largest reach of a lattice point of an even resolution on its face.</summary>
    public static int MaxReach(int resolution) => 2 * Units[resolution >> 1];

    /// <summary>
    /// Moves a point of an even resolution that lies beyond its face to the neighbouring one.
    /// </summary>
    /// <param name="point">The point, replaced where it moves.</param>
    /// <param name="resolution">An even resolution, 0 to 16.</param>
    /// <param name="fineness">1 for centres of cells; 3 for corners, on a lattice three times as fine.</param>
    /// <param name="skipsWedge">Whether it is a cell of a pentagon behind its missing wedge (leading digit 4).</param>
    public static Overage Settle(ref FacePoint point, int resolution, int fineness, bool skipsWedge)
    {
        var limit = MaxReach(resolution) * fineness;
        var reach = point.Reach;
        if (reach < limit || (reach == limit && fineness == 1))
        {
            return Overage.None;
        }

        if (reach == limit)
        {
            return Overage.Edge;
        }

        var side = point.Fold == 0 ? Ij : point.B > point.Fold ? Jk : Ki;
        if (side == Ki && skipsWedge)
        {
            point = point.Plus(-limit, 0).TurnRight().Plus(limit, 0);
        }

        point = Across(point, side, resolution, fineness);
        return fineness != 1 && point.Reach == limit ? Overage.Edge : Overage.Moved;
    }

    /// <summary>A point as the neighbour across a side sees it.</summary>
    public static FacePoint Across(FacePoint point, int side, int resolution, int fineness)
    {
        var row = FaceTables.Neighbours.Slice((point.Face * 3 + side) * 4, 4);
        for (var turn = 0; turn < row[3]; turn++)
        {
            point = point.TurnLeft();
        }

        var unit = Units[resolution >> 1] * fineness;
        return new FacePoint(row[0], point.A + row[1] * unit, point.B + row[2] * unit);
    }

    /// <summary>The side of a face on which another borders.</summary>
    public static int SideTowards(int face, int neighbour)
    {
        var rows = FaceTables.Neighbours.Slice(face * 12, 12);
        return rows[Ij * 4] == neighbour ? Ij : rows[Jk * 4] == neighbour ? Jk : Ki;
    }

    /// <summary>Where the line between two places of a face's plane meets the line of one of its sides.</summary>
    /// <param name="from">The first place, in units of the lattice's spacing.</param>
    /// <param name="to">The second place.</param>
    /// <param name="side">The side.</param>
    /// <param name="limit">The largest reach on the face, in the same units.</param>
    public static (double X, double Y) Crossing((double X, double Y) from, (double X, double Y) to, int side, double limit)
    {
        // The corners of the face lie on its axes i, j and k.
        var i = (X: limit, Y: 0.0);
        var j = (X: -0.5 * limit, Y: HalfRoot3 * limit);
        var k = (X: -0.5 * limit, Y: -HalfRoot3 * limit);
        var (start, end) = side switch { Ij => (i, j), Jk => (j, k), _ => (k, i) };
        var along = (X: to.X - from.X, Y: to.Y - from.Y);
        var edge = (X: end.X - start.X, Y: end.Y - start.Y);
        var share = (edge.X * (from.Y - start.Y) - edge.Y * (from.X - start.X)) / (edge.Y * along.X - edge.X * along.Y);
        return (from.X + share * along.X, from.Y + share * along.Y);
    }

    private const double HalfRoot3 = 0.8660254037844386467637;

    private static readonly int[] Units = [1, 7, 49, 343, 2401, 16807, 117649, 823543, 5764801];
}
