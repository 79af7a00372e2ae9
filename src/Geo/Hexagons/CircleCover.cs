using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>The cells of a resolution that touch a circle.</summary>
/// <remarks>
/// Exact on the sphere of <see cref="H3Sphere"/>, also at pentagons and poles: a cell is in the cover if and only if its
/// centre, an edge or any other point of it lies within the radius of the centre (to 0.1 mm). Whoever measures on the
/// ellipsoid widens the radius by 0.6 % first.
/// </remarks>
public static class CircleCover
{
    /// <summary>The largest radius in metres: a quarter of the way around the sphere.</summary>
    public const double MaxRadiusMetres = 10_000_000;

    // Far more than the rounding of unit vectors; 0.06 mm.
    private const double Tolerance = 1e-11;

    /// <summary>The room that <see cref="Write"/> needs for a radius.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not 0 to 10,000 km, or the resolution is not 0 to 15.</exception>
    public static long MaxCellCount(double radiusMetres, int resolution)
    {
        Check(radiusMetres, resolution);
        return H3Index.MaxGridDiskSize(Rings(radiusMetres / H3Sphere.RadiusMetres, Faces.CornerCosine, resolution));
    }

    /// <summary>Every cell that touches a circle, nearer ones first and that of the centre foremost.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="radiusMetres">The radius in metres on the sphere, 0 to 10,000 km.</param>
    /// <param name="resolution">The resolution of the cells, 0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The centre is not finite, or an argument is out of its range.</exception>
    /// <exception cref="ArgumentException">The cells are more than an array can hold.</exception>
    public static List<H3Index> Cells(LatLng centre, double radiusMetres, int resolution)
    {
        Check(radiusMetres, resolution);
        H3Index.CheckFinite(centre);
        var point = UnitVector.Of(centre);
        var size = H3Index.MaxGridDiskSize(RingsAround(point, radiusMetres / H3Sphere.RadiusMetres, resolution));
        if (size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The cover may have {size} cells; take a coarser resolution than {resolution}.", nameof(resolution));
        }

        var cells = new H3Index[size];
        return [.. cells.AsSpan(0, Write(centre, radiusMetres, resolution, cells))];
    }

    /// <summary>Writes every cell that touches a circle, nearer ones first, and allocates nothing.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="radiusMetres">The radius in metres on the sphere, 0 to 10,000 km.</param>
    /// <param name="resolution">The resolution of the cells, 0 to 15.</param>
    /// <param name="cells">Room for <see cref="MaxCellCount"/>; more of it than the result is written to.</param>
    /// <returns>The number of cells, at least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The centre is not finite, or an argument is out of its range.</exception>
    /// <exception cref="ArgumentException">The room is too small.</exception>
    public static int Write(LatLng centre, double radiusMetres, int resolution, Span<H3Index> cells)
    {
        Check(radiusMetres, resolution);
        H3Index.CheckFinite(centre);
        var point = UnitVector.Of(centre);
        var radius = radiusMetres / H3Sphere.RadiusMetres;
        var origin = H3Index.OfPoint(point, resolution);
        var disk = origin.GridDisk(RingsAround(point, radius, resolution), cells);
        var circle = new CircleTest(point, radius + Tolerance, FarthestCosine(point, radius, resolution), resolution);
        var count = 1;
        for (var i = 1; i < disk; i++)
        {
            if (circle.Touches(cells[i].Value))
            {
                cells[count++] = cells[i];
            }
        }

        return count;
    }

    private static int RingsAround(UnitVector centre, double radius, int resolution) =>
        Rings(radius, FarthestCosine(centre, radius, resolution), resolution);

    // The projection shortens a line by no more than cos² of the angle from the centre of the face. On the flat lattice
    // with edges of length e, cells k + 1 steps apart are at least (1.5k − 0.5)e from each other.
    private static int Rings(double radius, double cosine, int resolution)
    {
        var edge = Faces.SpacingAt(resolution) / Math.Sqrt(3) * cosine * cosine;
        return (int)Math.Ceiling(((radius + Tolerance) / edge + 0.5) / 1.5);
    }

    // The cosine of the largest angle to the centre of a face that a cell near the circle may have.
    private static double FarthestCosine(UnitVector centre, double radius, int resolution)
    {
        var reach = radius + Tolerance + 2 * Faces.SpacingAt(resolution);
        var angle = Math.Acos(Math.Min(1, centre.Dot(Faces.Centre(Faces.Nearest(centre)))));
        return Math.Max(Faces.CornerCosine, Math.Cos(Math.Min(angle + reach, Math.PI / 2)));
    }

    private static void Check(double radiusMetres, int resolution)
    {
        if (!(radiusMetres >= 0 && radiusMetres <= MaxRadiusMetres))
        {
            throw new ArgumentOutOfRangeException(
                nameof(radiusMetres), radiusMetres, $"A radius is 0 to {MaxRadiusMetres} metres; cover larger areas by CellToChildren.");
        }

        H3Index.CheckResolution(resolution);
    }
}
