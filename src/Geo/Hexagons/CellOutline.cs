using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>The boundary of a cell on a plate carrée map.</summary>
internal readonly ref struct CellOutline
{
    private readonly DegreePoint[] _points;
    private readonly DegreePoint[] _moved;

    /// <summary>Unrolls the boundary of a cell around its centre.</summary>
    public CellOutline(H3Index cell, DegreePoint centre)
    {
        Span<LatLng> corners = stackalloc LatLng[H3Index.MaxBoundaryCorners];
        var count = cell.CellToBoundary(corners);
        var points = new List<DegreePoint>(count + 2);
        var last = centre.Lng;
        foreach (var corner in corners[..count])
        {
            last = DegreePolygon.Near(corner.LngDeg, last);
            points.Add(new DegreePoint(corner.LatDeg, last));
        }

        var around = last - DegreePolygon.Near(last, points[0].Lng);
        IsPolar = around != 0;
        if (IsPolar)
        {
            // Around a pole the line does not close: on the map the cell ends where the pole's parallel does.
            var pole = Math.CopySign(90, centre.Lat);
            var end = points[0].Lng + around;
            points.Add(points[0] with { Lng = end });
            points.Add(new DegreePoint(pole, end));
            points.Add(new DegreePoint(pole, points[0].Lng));
        }

        _points = [.. points];
        _moved = IsPolar ? new DegreePoint[_points.Length] : _points;
    }

    /// <summary>Whether a pole lies in the cell.</summary>
    public bool IsPolar { get; }

    /// <summary>The boundary moved by a number of degrees of longitude.</summary>
    public ReadOnlySpan<DegreePoint> Points(double by)
    {
        if (by == 0)
        {
            return _points;
        }

        for (var i = 0; i < _points.Length; i++)
        {
            _moved[i] = _points[i] with { Lng = _points[i].Lng + by };
        }

        return _moved;
    }
}
