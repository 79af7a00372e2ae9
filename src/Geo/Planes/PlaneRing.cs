using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>A closed ring of straight edges on a plane, in either direction. Repeated points are left out.</summary>
internal sealed class PlaneRing
{
    private readonly PlaneEdge[] _edges;

    // Made on first use: threads that race make the same.
    private EdgeBands? _bands;

    /// <param name="points">The corners, the last repeating the first.</param>
    public PlaneRing(ReadOnlySpan<LocalPoint> points)
    {
        var edges = new List<PlaneEdge>(points.Length);
        var box = PlaneBox.Empty;
        for (var i = 0; i + 1 < points.Length; i++)
        {
            box = box.With(points[i].EastM, points[i].NorthM);
            if (points[i] != points[i + 1])
            {
                edges.Add(new(points[i], points[i + 1]));
            }
        }

        _edges = [.. edges];
        Extent = box;
        Corner = points[0];
    }

    public ReadOnlySpan<PlaneEdge> Edges => _edges;

    public PlaneBox Extent { get; }

    /// <summary>Any one corner.</summary>
    public LocalPoint Corner { get; }

    /// <summary>Whether the ring goes around a point, by the even-odd rule. On the rim the answer is either.</summary>
    public bool Contains(LocalPoint point)
    {
        var inside = false;
        foreach (ref readonly var edge in EdgesAt(point.NorthM))
        {
            if ((edge.A.NorthM > point.NorthM) != (edge.B.NorthM > point.NorthM) && point.EastM < EastingAt(edge, point.NorthM))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    public double DistanceTo(LocalPoint point)
    {
        var nearest = double.PositiveInfinity;
        foreach (ref readonly var edge in Edges)
        {
            nearest = Math.Min(nearest, edge.DistanceTo(point));
        }

        return nearest;
    }

    /// <summary>Appends the eastings at which the ring crosses the horizontal line at a northing, in no order; an even number.</summary>
    public void AppendCrossings(double northM, List<double> eastings)
    {
        foreach (ref readonly var edge in EdgesAt(northM))
        {
            if ((edge.A.NorthM > northM) != (edge.B.NorthM > northM))
            {
                eastings.Add(EastingAt(edge, northM));
            }
        }
    }

    /// <summary>The surface inside the ring between two northings, in square metres, by Green's theorem over the edges in between.
    /// </summary>
    public double BandM2(double southM, double northM)
    {
        var twice = 0.0;
        var west = Extent.West;
        foreach (ref readonly var edge in Edges)
        {
            var from = Math.Clamp(edge.A.NorthM, southM, northM);
            var to = Math.Clamp(edge.B.NorthM, southM, northM);
            if (from != to)
            {
                twice += (EastingAt(edge, from) + EastingAt(edge, to) - (2 * west)) * (to - from);
            }
        }

        return Math.Abs(twice) / 2;
    }

    /// <summary>The edges that may reach between two northings, and some more; an edge may come more than once.</summary>
    public ReadOnlySpan<PlaneEdge> EdgesBetween(double southM, double northM) =>
        _edges.Length <= EdgeBands.FewEdges ? _edges : Bands.Between(southM, northM);

    private EdgeBands Bands => _bands ??= new(_edges, Extent);

    private ReadOnlySpan<PlaneEdge> EdgesAt(double northM) => _edges.Length <= EdgeBands.FewEdges ? _edges : Bands.At(northM);

    private static double EastingAt(in PlaneEdge edge, double northM) =>
        edge.A.EastM + ((northM - edge.A.NorthM) * (edge.B.EastM - edge.A.EastM) / (edge.B.NorthM - edge.A.NorthM));
}
