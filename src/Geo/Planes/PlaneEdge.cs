using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>A straight edge on a plane, from A to B, in metres.</summary>
internal readonly record struct PlaneEdge(LocalPoint A, LocalPoint B)
{
    public double LengthM => A.DistanceTo(B);

    /// <summary>Twice the signed surface of the triangle A, B, point: positive where the point lies to the left.</summary>
    public double Side(LocalPoint point) =>
        ((B.EastM - A.EastM) * (point.NorthM - A.NorthM)) - ((B.NorthM - A.NorthM) * (point.EastM - A.EastM));

    public double DistanceTo(LocalPoint point)
    {
        var east = B.EastM - A.EastM;
        var north = B.NorthM - A.NorthM;
        var squared = (east * east) + (north * north);
        var along = squared > 0
            ? Math.Clamp((((point.EastM - A.EastM) * east) + ((point.NorthM - A.NorthM) * north)) / squared, 0, 1)
            : 0;
        return point.DistanceTo(new LocalPoint(A.EastM + (along * east), A.NorthM + (along * north)));
    }

    public bool BoxOverlaps(in PlaneEdge other) =>
        Math.Min(A.EastM, B.EastM) <= Math.Max(other.A.EastM, other.B.EastM)
        && Math.Min(other.A.EastM, other.B.EastM) <= Math.Max(A.EastM, B.EastM)
        && Math.Min(A.NorthM, B.NorthM) <= Math.Max(other.A.NorthM, other.B.NorthM)
        && Math.Min(other.A.NorthM, other.B.NorthM) <= Math.Max(A.NorthM, B.NorthM);

    public bool BoxOverlaps(in PlaneBox box) =>
        Math.Min(A.EastM, B.EastM) <= box.East && Math.Max(A.EastM, B.EastM) >= box.West
        && Math.Min(A.NorthM, B.NorthM) <= box.North && Math.Max(A.NorthM, B.NorthM) >= box.South;

    /// <summary>Whether the edges share a point, ends included.</summary>
    public bool Intersects(in PlaneEdge other) =>
        BoxOverlaps(other) && Side(other.A) * Side(other.B) <= 0 && other.Side(A) * other.Side(B) <= 0;
}
