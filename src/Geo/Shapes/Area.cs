using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Where an incident happened: a circle or a polygon. Immutable and safe for concurrent use. Either a <see cref="CircleArea"/>
/// or a <see cref="PolygonArea"/>.</summary>
public abstract class Area
{
    private protected Area()
    {
    }

    /// <summary>Of a circle its centre, of a polygon the centre of its outline's bounding box.</summary>
    public abstract LatLng Centre { get; }

    /// <summary>How far the farthest point lies from <see cref="Centre"/>, in metres.</summary>
    public abstract double ExtentM { get; }

    /// <summary>A circle.</summary>
    /// <param name="centre">Its centre.</param>
    /// <param name="radiusM">Its radius in metres, over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or not in its range.</exception>
    public static Area Circle(LatLng centre, double radiusM) => new CircleArea(centre, radiusM);

    /// <summary>A polygon.</summary>
    public static Area Polygon(Polygon polygon) => new PolygonArea(polygon);

    /// <summary>The area on a plane.</summary>
    internal abstract PlaneRegion On(in LocalPlane plane);
}
