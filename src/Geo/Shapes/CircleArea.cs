using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>An incident's area within a distance of a position.</summary>
public sealed class CircleArea : Area
{
    internal CircleArea(LatLng centre, double radiusM)
    {
        PositionGuard.ThrowIfOutOfRange(centre);
        if (!(radiusM > 0) || !double.IsFinite(radiusM))
        {
            throw new ArgumentOutOfRangeException(nameof(radiusM), radiusM, "A radius is over 0 metres and finite.");
        }

        Centre = centre;
        RadiusM = radiusM;
    }

    /// <inheritdoc/>
    public override LatLng Centre { get; }

    /// <summary>The radius in metres, over 0.</summary>
    public double RadiusM { get; }

    /// <inheritdoc/>
    public override double ExtentM => RadiusM;

    internal override PlaneRegion On(in LocalPlane plane) =>
        new(new PlaneSector(plane.ToPlane(Centre), RadiusM, SectorOpening.Full));
}
