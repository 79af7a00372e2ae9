using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>What a camera sees, given by hand.</summary>
public sealed class PolygonView : View
{
    internal PolygonView(Polygon polygon)
    {
        ArgumentNullException.ThrowIfNull(polygon);
        Polygon = polygon;
    }

    /// <summary>The polygon.</summary>
    public new Polygon Polygon { get; }

    internal override LatLng Middle => Polygon.Centre;

    internal override double ExtentM => Polygon.ExtentM;

    /// <inheritdoc/>
    public override bool DoesContain(LatLng position) => Polygon.DoesContain(position);

    internal override PlaneRegion On(in LocalPlane plane) => new(Polygon.On(plane));
}
