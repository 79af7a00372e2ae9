using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>A point on the unit sphere: x towards 0° N 0° E, y towards 0° N 90° E, z towards the north pole.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>The point of a position.</summary>
    public static UnitVector Of(LatLng position)
    {
        var (sinLat, cosLat) = Math.SinCos(position.LatDeg * (Math.PI / 180));
        var (sinLng, cosLng) = Math.SinCos(position.LngDeg * (Math.PI / 180));
        return new(cosLat * cosLng, cosLat * sinLng, sinLat);
    }

    /// <summary>The position of the point; exact at the poles, where an arcsine is not.</summary>
    public LatLng ToLatLng() => new(
        Math.Atan2(Z, Math.Sqrt(X * X + Y * Y)) * (180 / Math.PI),
        Math.Atan2(Y, X) * (180 / Math.PI));

    /// <summary>The scalar product: the cosine of the angle between the two.</summary>
    public double Dot(UnitVector other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>The vector product.</summary>
    public UnitVector Cross(UnitVector other) =>
        new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    /// <summary>The difference, which is no unit vector.</summary>
    public UnitVector Minus(UnitVector other) => new(X - other.X, Y - other.Y, Z - other.Z);

    /// <summary>The square of the chord between the two.</summary>
    public double SquaredChord(UnitVector other)
    {
        var difference = Minus(other);
        return difference.Dot(difference);
    }

    /// <summary>The angle between the two in radians, precise for small and for large angles.</summary>
    public double AngleTo(UnitVector other)
    {
        var half = Math.Sqrt(SquaredChord(other)) / 2;
        return half < 0.8 ? 2 * Math.Asin(half) : Math.PI - 2 * Math.Asin(Math.Min(1, Math.Sqrt(Antipode.SquaredChord(other)) / 2));
    }

    private UnitVector Antipode => new(-X, -Y, -Z);
}
