namespace Canvass.Geo.Positions;

/// <summary>
/// A flat map of the surroundings of an origin, in metres east and north of it. Its metres per degree are those of the WGS 84 ellipsoid
/// at the origin's latitude: a meridian arc of radius M = a(1 − e²)/(1 − e² sin² φ)^1.5 and a parallel of radius N cos φ, where
/// N = a/√(1 − e² sin² φ). The map is linear in longitude and latitude, so that a straight edge stays straight on it. Within a distance
/// d of the origin it stretches eastings by up to d tan φ / 6,371 km; it is of no use at the poles.
/// </summary>
public readonly struct LocalPlane
{
    private const double SemiMajorAxisM = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double EccentricitySquared = Flattening * (2 - Flattening);
    private const double RadiansPerDegree = Math.PI / 180;

    // Keeps the way back to degrees finite for an origin at a pole, where the parallel has no length.
    private const double LeastMetresPerDegree = 1e-6;

    /// <summary>Lays the plane around an origin.</summary>
    /// <param name="origin">The position that becomes (0, 0).</param>
    public LocalPlane(LatLng origin)
    {
        var (sin, cos) = Math.SinCos(origin.LatDeg * RadiansPerDegree);
        var w = 1 - (EccentricitySquared * sin * sin);
        var primeVerticalM = SemiMajorAxisM / Math.Sqrt(w);
        var meridionalM = primeVerticalM * (1 - EccentricitySquared) / w;
        Origin = origin;
        MetresPerDegreeNorth = meridionalM * RadiansPerDegree;
        MetresPerDegreeEast = Math.Max(primeVerticalM * cos * RadiansPerDegree, LeastMetresPerDegree);
    }

    /// <summary>The position at (0, 0).</summary>
    public LatLng Origin { get; }

    /// <summary>Metres per degree of longitude along the origin's parallel.</summary>
    public double MetresPerDegreeEast { get; }

    /// <summary>Metres per degree of latitude along the origin's meridian.</summary>
    public double MetresPerDegreeNorth { get; }

    /// <summary>The difference of two longitudes in degrees the short way around, −180 to 180, east positive.</summary>
    public static double LongitudeDifferenceDeg(double fromDeg, double toDeg)
    {
        var difference = toDeg - fromDeg;
        return difference switch
        {
            > 180 => difference - 360,
            < -180 => difference + 360,
            _ => difference,
        };
    }

    /// <summary>Where a position lies on the plane, reached the short way around the earth.</summary>
    public LocalPoint ToPlane(LatLng position) => new(
        LongitudeDifferenceDeg(Origin.LngDeg, position.LngDeg) * MetresPerDegreeEast,
        (position.LatDeg - Origin.LatDeg) * MetresPerDegreeNorth);

    /// <summary>The position of a point of the plane, its longitude wrapped to −180 to 180 and its latitude held to −90 to 90.</summary>
    public LatLng ToPosition(LocalPoint point) => new(
        Math.Clamp(Origin.LatDeg + (point.NorthM / MetresPerDegreeNorth), -90, 90),
        Math.IEEERemainder(Origin.LngDeg + (point.EastM / MetresPerDegreeEast), 360));
}
