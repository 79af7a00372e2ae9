using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>What a camera sees from where it stands: a sector of a disc, or the full disc.</summary>
public sealed class SectorView : View
{
    private readonly SectorOpening _opening;

    internal SectorView(LatLng position, double? bearingDeg, double hfovDeg, double rangeM)
    {
        PositionGuard.ThrowIfOutOfRange(position);
        if (bearingDeg is { } bearing && !double.IsFinite(bearing))
        {
            throw new ArgumentOutOfRangeException(nameof(bearingDeg), bearing, "A bearing is a finite number of degrees, or null.");
        }

        if (!(hfovDeg > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(hfovDeg), hfovDeg, "A field of view is over 0 degrees.");
        }

        if (!(rangeM > 0) || !double.IsFinite(rangeM))
        {
            throw new ArgumentOutOfRangeException(nameof(rangeM), rangeM, "A range is over 0 metres and finite.");
        }

        Position = position;
        BearingDeg = bearingDeg;
        HfovDeg = hfovDeg;
        RangeM = rangeM;
        _opening = SectorOpening.Around(bearingDeg, hfovDeg);
    }

    /// <summary>Where the camera stands.</summary>
    public LatLng Position { get; }

    /// <summary>The middle of the view, degrees clockwise from north, as given; null where it is not known.</summary>
    public double? BearingDeg { get; }

    /// <summary>The horizontal field of view in degrees, over 0, as given.</summary>
    public double HfovDeg { get; }

    /// <summary>How far it sees, in metres, over 0.</summary>
    public double RangeM { get; }

    /// <summary>Whether the view is the full disc: no bearing, or a field of view of a full turn.</summary>
    public bool IsFullDisc => _opening.IsFull;

    internal override LatLng Middle => IsHalfOrMore
        ? Position
        : new LocalPlane(Position).ToPosition(new(MiddleM * Math.Sin(BearingRad), MiddleM * Math.Cos(BearingRad)));

    // The smallest circle around a sector: around its three corners up to a right angle, over its chord up to half a turn.
    internal override double ExtentM => IsHalfOrMore ? RangeM : RangeM * (HfovDeg <= 90 ? 0.5 / Math.Cos(HalfRad) : Math.Sin(HalfRad));

    private bool IsHalfOrMore => IsFullDisc || HfovDeg >= 180;

    private double MiddleM => HfovDeg <= 90 ? ExtentM : RangeM * Math.Cos(HalfRad);

    private double HalfRad => HfovDeg * Math.PI / 360;

    private double BearingRad => (BearingDeg ?? 0) * Math.PI / 180;

    /// <inheritdoc/>
    public override bool DoesContain(LatLng position) =>
        new PlaneSector(default, RangeM, _opening).Contains(new LocalPlane(Position).ToPlane(position));

    internal override PlaneRegion On(in LocalPlane plane) => new(new PlaneSector(plane.ToPlane(Position), RangeM, _opening));
}
