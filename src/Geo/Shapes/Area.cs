using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Where an incident happened: a circle or a polygon. Immutable.</summary>
public abstract class Area
{
    private protected Area()
    {
    }

    /// <summary>A circle.</summary>
    /// <param name="centre">Its centre.</param>
    /// <param name="radiusM">Its radius in metres, over 0.</param>
    public static Area Circle(LatLng centre, double radiusM) => throw new NotImplementedException();

    /// <summary>A polygon.</summary>
    public static Area Polygon(Polygon polygon) => throw new NotImplementedException();
}
