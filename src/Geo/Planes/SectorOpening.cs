using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>
/// The directions in which a sector opens, seen from its apex. Up to half a turn they are the wedge between two rays, an intersection of
/// two half-planes; over half a turn (wide) they are all directions but the open wedge between the rays.
/// </summary>
internal readonly struct SectorOpening
{
    private const double RadiansPerDegree = Math.PI / 180;

    private readonly bool _isPartial;
    private readonly double _hfovRad;

    private SectorOpening(double bearingDeg, double hfovDeg)
    {
        (LeftEast, LeftNorth) = Math.SinCos((bearingDeg - (hfovDeg / 2)) * RadiansPerDegree);
        (RightEast, RightNorth) = Math.SinCos((bearingDeg + (hfovDeg / 2)) * RadiansPerDegree);
        _hfovRad = hfovDeg * RadiansPerDegree;
        IsWide = hfovDeg > 180;
        _isPartial = true;
    }

    /// <summary>All directions; also the default value.</summary>
    public static SectorOpening Full => default;

    /// <summary>How far it opens, in radians; a full turn where it is full.</summary>
    public double AngleRad => IsFull ? 2 * Math.PI : _hfovRad;

    public bool IsFull => !_isPartial;

    public bool IsWide { get; }

    public double LeftEast { get; }

    public double LeftNorth { get; }

    public double RightEast { get; }

    public double RightNorth { get; }

    /// <summary>The directions within half the field of view of a bearing; all of them without a bearing or from a full turn on.</summary>
    public static SectorOpening Around(double? bearingDeg, double hfovDeg) =>
        bearingDeg is { } bearing && hfovDeg < 360 ? new(bearing, hfovDeg) : Full;

    public bool Contains(double east, double north)
    {
        if (IsFull)
        {
            return true;
        }

        var left = (LeftEast * north) - (LeftNorth * east);
        var right = (RightEast * north) - (RightNorth * east);
        return IsWide ? left <= 0 || right >= 0 : left <= 0 && right >= 0;
    }

    /// <summary>The parts of an edge, given relative to the apex, that lie in the opening: at most two.</summary>
    public (PlaneEdge? First, PlaneEdge? Second) Clip(in PlaneEdge edge)
    {
        if (IsFull)
        {
            return (edge, null);
        }

        var first = ClipToHalfPlane(edge, LeftNorth, -LeftEast);
        if (IsWide)
        {
            return (first, ClipToHalfPlane(edge, -RightNorth, RightEast));
        }

        return (first is { } part ? ClipToHalfPlane(part, -RightNorth, RightEast) : null, null);
    }

    /// <summary>What the wedge between the rays (the opening, or, of a wide one, what it leaves out) covers of the horizontal line at a
    /// northing from the apex. Empty where west is not under east.</summary>
    public RowSpan WedgeAt(double north)
    {
        var span = new RowSpan(double.NegativeInfinity, double.PositiveInfinity);
        var sign = IsWide ? -1 : 1;
        span = Cut(span, sign * LeftNorth, sign * LeftEast * north);
        return Cut(span, sign * -RightNorth, sign * -RightEast * north);
    }

    // Keeps of the span the eastings with factor × easting ≥ limit.
    private static RowSpan Cut(RowSpan span, double factor, double limit) => factor switch
    {
        > 0 => span with { West = Math.Max(span.West, limit / factor) },
        < 0 => span with { East = Math.Min(span.East, limit / factor) },
        _ => limit <= 0 ? span : new(0, 0),
    };

    // The half-plane of the points with eastFactor × easting + northFactor × northing ≥ 0.
    private static PlaneEdge? ClipToHalfPlane(in PlaneEdge edge, double eastFactor, double northFactor)
    {
        var a = (eastFactor * edge.A.EastM) + (northFactor * edge.A.NorthM);
        var b = (eastFactor * edge.B.EastM) + (northFactor * edge.B.NorthM);
        if (a < 0 && b < 0)
        {
            return null;
        }

        if (a >= 0 && b >= 0)
        {
            return edge;
        }

        var along = a / (a - b);
        var cut = new LocalPoint(
            edge.A.EastM + (along * (edge.B.EastM - edge.A.EastM)),
            edge.A.NorthM + (along * (edge.B.NorthM - edge.A.NorthM)));
        return a >= 0 ? new(edge.A, cut) : new(cut, edge.B);
    }
}
