namespace Canvass.Demo.Streets;

/// <summary>A point of the city's plane.</summary>
/// <param name="EastM">Metres east of the centre.</param>
/// <param name="NorthM">Metres north of the centre.</param>
internal readonly record struct PlanePoint(double EastM, double NorthM)
{
    /// <summary>The point so far away in a direction.</summary>
    /// <param name="bearingDeg">Degrees clockwise from north.</param>
    /// <param name="distanceM">Metres.</param>
    public PlanePoint Towards(double bearingDeg, double distanceM)
    {
        var (sin, cos) = Math.SinCos(bearingDeg * Math.PI / 180);
        return new(EastM + (sin * distanceM), NorthM + (cos * distanceM));
    }
}
