using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>The sphere on which cells lie, with the authalic radius of WGS 84, and distances on it.</summary>
public static class H3Sphere
{
    /// <summary>The radius in metres.</summary>
    public const double RadiusMetres = 6_371_007.180918475;

    /// <summary>The great-circle distance of two positions in radians, 0 to π.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position is not finite.</exception>
    public static double GreatCircleDistanceRads(LatLng from, LatLng to)
    {
        H3Index.CheckFinite(from);
        H3Index.CheckFinite(to);
        return UnitVector.Of(from).AngleTo(UnitVector.Of(to));
    }

    /// <summary>The great-circle distance of two positions in metres. On the ellipsoid it may differ by up to 0.6 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position is not finite.</exception>
    public static double GreatCircleDistanceM(LatLng from, LatLng to) => GreatCircleDistanceRads(from, to) * RadiusMetres;
}
