using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>An incident's area inside a polygon.</summary>
public sealed class PolygonArea : Area
{
    internal PolygonArea(Polygon polygon)
    {
        ArgumentNullException.ThrowIfNull(polygon);
        Polygon = polygon;
    }

    /// <summary>The polygon.</summary>
    public new Polygon Polygon { get; }

    /// <inheritdoc/>
    public override LatLng Centre => Polygon.Centre;

    /// <inheritdoc/>
    public override double ExtentM => Polygon.ExtentM;

    internal override PlaneRegion On(in LocalPlane plane) => new(Polygon.On(plane));
}
