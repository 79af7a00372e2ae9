using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The most corners a cell's boundary has.</summary>
    public const int MaxBoundaryCorners = CellCorners.Max;

    /// <summary>The cell of a resolution in which a position lies.</summary>
    /// <remarks>Longitudes beyond ±180° and latitudes beyond ±90° are taken as angles on the sphere.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the position is not finite.</exception>
    public static H3Index LatLngToCell(LatLng position, int resolution)
    {
        CheckResolution(resolution);
        CheckFinite(position);
        return OfPoint(UnitVector.Of(position), resolution);
    }

    /// <summary>The centre of the cell.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public LatLng CellToLatLng() => Centre(Checked()).ToLatLng();

    /// <summary>The corners of the cell, counter-clockwise: 6 (a pentagon: 5), and one more at each icosahedron edge crossed.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public LatLng[] CellToBoundary()
    {
        Span<LatLng> corners = stackalloc LatLng[MaxBoundaryCorners];
        return corners[..CellToBoundary(corners)].ToArray();
    }

    /// <summary>Writes the corners of the cell, counter-clockwise, and allocates nothing.</summary>
    /// <param name="corners">Room for <see cref="MaxBoundaryCorners"/>.</param>
    /// <returns>The number of corners, 5 to 10.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or the room is too small.</exception>
    public int CellToBoundary(Span<LatLng> corners)
    {
        CheckRoom(corners.Length, MaxBoundaryCorners, nameof(corners));
        Span<UnitVector> points = stackalloc UnitVector[CellCorners.Max];
        var count = CellCorners.Write(Checked(), points);
        for (var i = 0; i < count; i++)
        {
            corners[i] = points[i].ToLatLng();
        }

        return count;
    }

    internal static H3Index OfPoint(UnitVector point, int resolution) =>
        new(CellLattice.ToCell(Faces.Project(point, resolution), resolution));

    internal static UnitVector Centre(ulong cell) => Faces.Unproject(CellLattice.Of(cell), Digits.Resolution(cell));

    internal static void CheckFinite(LatLng position)
    {
        if (!double.IsFinite(position.LatDeg) || !double.IsFinite(position.LngDeg))
        {
            throw new ArgumentOutOfRangeException(nameof(position), position, "A position has a finite latitude and longitude in degrees.");
        }
    }

    private static void CheckRoom(long room, long needed, string parameter)
    {
        if (room < needed)
        {
            throw new ArgumentException($"There is room for {room}, but {needed} may be written; give a span of {needed}.", parameter);
        }
    }
}
