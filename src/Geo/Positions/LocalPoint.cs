namespace Canvass.Geo.Positions;

/// <summary>A point on a <see cref="LocalPlane"/>, in metres from its origin.</summary>
/// <param name="EastM">Metres east of the origin, negative to the west.</param>
/// <param name="NorthM">Metres north of the origin, negative to the south.</param>
public readonly record struct LocalPoint(double EastM, double NorthM)
{
    /// <summary>The straight distance to another point of the same plane, in metres.</summary>
    public double DistanceTo(LocalPoint other)
    {
        var east = other.EastM - EastM;
        var north = other.NorthM - NorthM;
        return Math.Sqrt((east * east) + (north * north));
    }
}
