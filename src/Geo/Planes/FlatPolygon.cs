using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>A polygon on a plane: inside is what an odd number of its rings go around.</summary>
internal sealed class FlatPolygon
{
    private readonly PlaneRing[] _rings;

    /// <param name="rings">The outline, then the holes.</param>
    public FlatPolygon(params PlaneRing[] rings)
    {
        _rings = rings;
        foreach (var ring in rings)
        {
            EdgeCount += ring.Edges.Length;
        }
    }

    /// <summary>The number of edges of all rings.</summary>
    public int EdgeCount { get; }

    public ReadOnlySpan<PlaneRing> Rings => _rings;

    public PlaneBox Extent => _rings[0].Extent;

    public bool Contains(LocalPoint point)
    {
        var inside = false;
        foreach (var ring in _rings)
        {
            inside ^= ring.Extent.Contains(point) && ring.Contains(point);
        }

        return inside;
    }

    /// <summary>Metres from a point to the nearest edge of any ring.</summary>
    public double DistanceToRim(LocalPoint point)
    {
        var nearest = double.PositiveInfinity;
        foreach (var ring in _rings)
        {
            nearest = Math.Min(nearest, ring.DistanceTo(point));
        }

        return nearest;
    }

    /// <summary>The distance from a point to the farthest corner, in metres.</summary>
    public double FarthestM(LocalPoint point)
    {
        var farthest = 0.0;
        foreach (ref readonly var edge in _rings[0].Edges)
        {
            farthest = Math.Max(farthest, point.DistanceTo(edge.A));
        }

        return farthest;
    }

    /// <summary>Appends what the polygon covers of the horizontal line at a northing, from west to east.</summary>
    /// <param name="northM">The northing of the line.</param>
    /// <param name="crossings">Room to work in; what it holds is lost.</param>
    /// <param name="spans">Where the spans go.</param>
    public void AppendSpans(double northM, List<double> crossings, List<RowSpan> spans)
    {
        crossings.Clear();
        foreach (var ring in _rings)
        {
            ring.AppendCrossings(northM, crossings);
        }

        crossings.Sort();
        for (var i = 0; i + 1 < crossings.Count; i += 2)
        {
            spans.Add(new(crossings[i], crossings[i + 1]));
        }
    }

    /// <inheritdoc cref="PlaneRegion.AppendCorners"/>
    public void AppendCorners(double southM, double northM, List<double> northings)
    {
        foreach (var ring in _rings)
        {
            foreach (ref readonly var edge in ring.Edges)
            {
                if (edge.A.NorthM > southM && edge.A.NorthM < northM)
                {
                    northings.Add(edge.A.NorthM);
                }
            }
        }
    }

    /// <summary>The surface between two northings, in square metres.</summary>
    public double BandM2(double southM, double northM)
    {
        var surface = _rings[0].BandM2(southM, northM);
        for (var i = 1; i < _rings.Length; i++)
        {
            surface -= _rings[i].BandM2(southM, northM);
        }

        return surface;
    }
}
