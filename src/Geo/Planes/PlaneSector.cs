using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>A sector of a disc on a plane, or the whole disc. Over half a turn it is not convex: it is then what is left of the disc
/// outside of a narrower wedge.</summary>
internal readonly struct PlaneSector
{
    private readonly SectorOpening _opening;

    public PlaneSector(LocalPoint apex, double radiusM, SectorOpening opening)
    {
        Apex = apex;
        RadiusM = radiusM;
        _opening = opening;
    }

    public LocalPoint Apex { get; }

    public double RadiusM { get; }

    public bool IsDisc => _opening.IsFull;

    /// <summary>The surface in square metres.</summary>
    public double SurfaceM2 => RadiusM * RadiusM * _opening.AngleRad / 2;

    public PlaneBox Extent()
    {
        if (IsDisc)
        {
            return new(Apex.EastM - RadiusM, Apex.NorthM - RadiusM, Apex.EastM + RadiusM, Apex.NorthM + RadiusM);
        }

        var box = PlaneBox.Empty.With(0, 0)
            .With(_opening.LeftEast * RadiusM, _opening.LeftNorth * RadiusM)
            .With(_opening.RightEast * RadiusM, _opening.RightNorth * RadiusM);
        box = _opening.Contains(0, 1) ? box.With(0, RadiusM) : box;
        box = _opening.Contains(1, 0) ? box.With(RadiusM, 0) : box;
        box = _opening.Contains(0, -1) ? box.With(0, -RadiusM) : box;
        box = _opening.Contains(-1, 0) ? box.With(-RadiusM, 0) : box;
        return new(Apex.EastM + box.West, Apex.NorthM + box.South, Apex.EastM + box.East, Apex.NorthM + box.North);
    }

    public bool Contains(LocalPoint point)
    {
        var east = point.EastM - Apex.EastM;
        var north = point.NorthM - Apex.NorthM;
        return (east * east) + (north * north) <= RadiusM * RadiusM && _opening.Contains(east, north);
    }

    /// <summary>Metres from a point to the nearest point of the sector, 0 inside.</summary>
    public double DistanceTo(LocalPoint point)
    {
        if (_opening.Contains(point.EastM - Apex.EastM, point.NorthM - Apex.NorthM))
        {
            return Math.Max(0, Apex.DistanceTo(point) - RadiusM);
        }

        return Math.Min(
            Side(_opening.LeftEast, _opening.LeftNorth).DistanceTo(point),
            Side(_opening.RightEast, _opening.RightNorth).DistanceTo(point));
    }

    /// <summary>Whether any point of the edge lies in the sector.</summary>
    public bool Intersects(in PlaneEdge edge)
    {
        if (edge.DistanceTo(Apex) > RadiusM)
        {
            return false;
        }

        var relative = new PlaneEdge(
            new(edge.A.EastM - Apex.EastM, edge.A.NorthM - Apex.NorthM),
            new(edge.B.EastM - Apex.EastM, edge.B.NorthM - Apex.NorthM));
        var (first, second) = _opening.Clip(relative);
        return IsNear(first) || IsNear(second);
    }

    /// <summary>Appends what the sector covers of the horizontal line at a northing: none, one or two spans, from west to east.</summary>
    public void AppendSpans(double northM, List<RowSpan> spans)
    {
        var north = northM - Apex.NorthM;
        var squared = (RadiusM * RadiusM) - (north * north);
        if (squared <= 0)
        {
            return;
        }

        var half = Math.Sqrt(squared);
        if (IsDisc)
        {
            spans.Add(new(Apex.EastM - half, Apex.EastM + half));
            return;
        }

        var wedge = _opening.WedgeAt(north);
        if (!_opening.IsWide)
        {
            Append(Math.Max(-half, wedge.West), Math.Min(half, wedge.East), spans);
        }
        else if (wedge.West >= wedge.East)
        {
            Append(-half, half, spans);
        }
        else
        {
            Append(-half, Math.Min(half, wedge.West), spans);
            Append(Math.Max(-half, wedge.East), half, spans);
        }
    }

    /// <inheritdoc cref="PlaneRegion.AppendCorners"/>
    public void AppendCorners(double southM, double northM, List<double> northings)
    {
        if (IsDisc)
        {
            return;
        }

        ReadOnlySpan<double> corners =
            [Apex.NorthM, Apex.NorthM + (_opening.LeftNorth * RadiusM), Apex.NorthM + (_opening.RightNorth * RadiusM)];
        foreach (var corner in corners)
        {
            if (corner > southM && corner < northM)
            {
                northings.Add(corner);
            }
        }
    }

    /// <summary>The surface of the disc, of which the sector is a part, between two northings, in square metres.</summary>
    public double DiscBandM2(double southM, double northM) =>
        DiscBelowM2(northM - Apex.NorthM) - DiscBelowM2(southM - Apex.NorthM);

    private double DiscBelowM2(double north)
    {
        var height = Math.Clamp(north / RadiusM, -1, 1);
        return RadiusM * RadiusM * (Math.Acos(-height) + (height * Math.Sqrt(1 - (height * height))));
    }

    private PlaneEdge Side(double east, double north) =>
        new(Apex, new(Apex.EastM + (east * RadiusM), Apex.NorthM + (north * RadiusM)));

    private bool IsNear(PlaneEdge? relative) => relative is { } edge && edge.DistanceTo(default) <= RadiusM;

    private void Append(double west, double east, List<RowSpan> spans)
    {
        if (west < east)
        {
            spans.Add(new(Apex.EastM + west, Apex.EastM + east));
        }
    }
}
