using Canvass.Geo.Hexagons;
using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Finds the cells that a region touches: those around it, less those whose hexagon it misses on the plane.</summary>
internal readonly struct CellFilter(in PlaneRegion region, LocalPlane plane)
{
    private const double EarthRadiusM = 6_371_007;
    private const double LargestTangent = 1_000;

    // Coarser edges are arcs that the plane cannot show as straight: their cells all pass.
    private const int CoarsestResolution = 5;

    private readonly PlaneRegion _region = region;

    /// <summary>Every cell that touches a circle on the ellipsoid. The circle grows by 1 % and 1 m, because the grid lies on a sphere whose
    /// degrees are up to 0.6 % longer or shorter, and by what the plane stretches at its latitude.</summary>
    public static IReadOnlyList<H3Index> Around(LatLng centre, double radiusM, int resolution) =>
        CircleCover.Cells(centre, radiusM + SlackM(radiusM) + (radiusM * radiusM * Tangent(centre.LatDeg) / EarthRadiusM), resolution);

    /// <summary>What a shape may differ from itself by when laid on the plane of another place.</summary>
    public static double SlackM(double extentM) => 1 + (extentM / 100);

    /// <summary>The cells that come within a slack of the region, in the order given.</summary>
    public List<H3Index> Filter(IReadOnlyList<H3Index> cells, double slackM)
    {
        var kept = new List<H3Index>(cells.Count);
        foreach (var cell in cells)
        {
            var centre = cell.CellToLatLng();
            if (cell.Resolution < CoarsestResolution || _region.Contains(plane.ToPlane(centre))
                || _region.Intersects(Outline(cell, centre, slackM)))
            {
                kept.Add(cell);
            }
        }

        return kept;
    }

    private static double Tangent(double latDeg) => Math.Min(Math.Tan(Math.Abs(latDeg) * Math.PI / 180), LargestTangent);

    private PlaneRegion Outline(H3Index cell, LatLng centre, double slackM)
    {
        var boundary = cell.CellToBoundary();
        Span<LocalPoint> points = stackalloc LocalPoint[boundary.Length + 1];
        var reachM = 0.0;
        for (var i = 0; i < boundary.Length; i++)
        {
            points[i] = new(
                LocalPlane.LongitudeDifferenceDeg(centre.LngDeg, boundary[i].LngDeg) * plane.MetresPerDegreeEast,
                (boundary[i].LatDeg - centre.LatDeg) * plane.MetresPerDegreeNorth);
            reachM = Math.Max(reachM, points[i].DistanceTo(default));
        }

        // The sides of the cell bulge from the straight edges by their sagitta; the corners move out by more than the sides do.
        var bulgeM = reachM * reachM * Tangent(centre.LatDeg) / (8 * EarthRadiusM);
        var growth = 1 + ((slackM + bulgeM) / (0.7 * reachM));
        var middle = plane.ToPlane(centre);
        for (var i = 0; i < boundary.Length; i++)
        {
            points[i] = new(middle.EastM + (points[i].EastM * growth), middle.NorthM + (points[i].NorthM * growth));
        }

        points[^1] = points[0];
        return new(new FlatPolygon(new PlaneRing(points)));
    }
}
