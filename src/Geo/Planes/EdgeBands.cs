namespace Canvass.Geo.Planes;

/// <summary>The edges of a ring of many corners, sorted into horizontal bands, so that a row looks at the few that may cross it.</summary>
internal sealed class EdgeBands
{
    /// <summary>The number of edges up to which looking at all of them is as fast.</summary>
    public const int FewEdges = 64;

    private const int EdgesPerBand = 4;

    // An edge is copied into every band that it crosses. A ring of long, steep edges gets fewer bands, so that the copies stay few.
    private const int MostCopiesPerEdge = 3;

    private readonly PlaneBox _extent;
    private readonly int[] _starts;
    private readonly PlaneEdge[] _edges;

    public EdgeBands(ReadOnlySpan<PlaneEdge> edges, in PlaneBox bounds)
    {
        _extent = bounds;
        _starts = new int[CountBands(edges, bounds) + 1];
        foreach (ref readonly var edge in edges)
        {
            var (from, to) = Bands(edge);
            for (var band = from; band <= to; band++)
            {
                _starts[band + 1]++;
            }
        }

        for (var band = 1; band < _starts.Length; band++)
        {
            _starts[band] += _starts[band - 1];
        }

        _edges = new PlaneEdge[_starts[^1]];
        var next = _starts.AsSpan().ToArray();
        foreach (ref readonly var edge in edges)
        {
            var (from, to) = Bands(edge);
            for (var band = from; band <= to; band++)
            {
                _edges[next[band]++] = edge;
            }
        }
    }

    /// <summary>The edges that may cross the horizontal line at a northing, and some more.</summary>
    public ReadOnlySpan<PlaneEdge> At(double northM)
    {
        var band = Band(northM);
        return _edges.AsSpan(_starts[band].._starts[band + 1]);
    }

    /// <summary>The edges that may reach between two northings, and some more; an edge may come more than once.</summary>
    public ReadOnlySpan<PlaneEdge> Between(double southM, double northM) =>
        _edges.AsSpan(_starts[Band(southM)].._starts[Band(northM) + 1]);

    private static int CountBands(ReadOnlySpan<PlaneEdge> edges, in PlaneBox bounds)
    {
        var climbed = 0.0;
        foreach (ref readonly var edge in edges)
        {
            climbed += Math.Abs(edge.B.NorthM - edge.A.NorthM);
        }

        var crossedByRow = climbed / (bounds.North - bounds.South);
        var most = (edges.Length / EdgesPerBand) + 1;
        return crossedByRow > 0 ? Math.Clamp((int)(MostCopiesPerEdge * edges.Length / crossedByRow), 1, most) : 1;
    }

    private (int From, int To) Bands(in PlaneEdge edge) =>
        (Band(Math.Min(edge.A.NorthM, edge.B.NorthM)), Band(Math.Max(edge.A.NorthM, edge.B.NorthM)));

    private int Band(double northM) =>
        (int)Math.Clamp((northM - _extent.South) / (_extent.North - _extent.South) * (_starts.Length - 1), 0, _starts.Length - 2);
}
