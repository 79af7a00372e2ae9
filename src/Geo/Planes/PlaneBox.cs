using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>An upright rectangle on a plane, in metres. Closed: its rim belongs to it.</summary>
internal readonly record struct PlaneBox(double West, double South, double East, double North)
{
    /// <summary>The box of nothing, from which <see cref="With"/> grows.</summary>
    public static PlaneBox Empty { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public LocalPoint Centre => new((West + East) / 2, (South + North) / 2);

    public PlaneBox With(double east, double north) =>
        new(Math.Min(West, east), Math.Min(South, north), Math.Max(East, east), Math.Max(North, north));

    public bool Overlaps(in PlaneBox other) =>
        West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    public bool Contains(LocalPoint point) =>
        point.EastM >= West && point.EastM <= East && point.NorthM >= South && point.NorthM <= North;
}
