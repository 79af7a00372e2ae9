using Canvass.Geo.Positions;

namespace Canvass.Demo.Streets;

/// <summary>The plane on which the city is drawn: metres east and north of its centre.</summary>
internal static class CityPlane
{
    /// <summary>How far the city reaches from its centre, in metres: about 350 km².</summary>
    public const double RadiusM = 10_500;

    // Of the WGS 84 ellipsoid at the centre's latitude.
    private const double MetresPerLatDeg = 110_918;
    private const double MetresPerLngDeg = 92_654;

    /// <summary>The centre.</summary>
    public static LatLng Centre { get; } = new(33.749, -84.388);

    /// <summary>The position of a point, to a millionth of a degree: rounding hides what the last bits of a sine differ by between
    /// machines.</summary>
    public static LatLng ToPosition(PlanePoint point) => new(
        Math.Round(Centre.LatDeg + (point.NorthM / MetresPerLatDeg), 6), Math.Round(Centre.LngDeg + (point.EastM / MetresPerLngDeg), 6));

    /// <summary>The city's quadrant, as its addresses end.</summary>
    public static string Quadrant(PlanePoint point) => (point.NorthM >= 0 ? "N" : "S") + (point.EastM >= 0 ? "E" : "W");
}
