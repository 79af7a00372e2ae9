using Canvass.Geo.Hexagons;
using Canvass.Geo.Planes;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Scenes;

/// <summary>
/// An incident's area laid on a local plane, ready to be asked what a view sees of it. The plane's metres per degree are those of the
/// WGS 84 ellipsoid at the latitude of the area's centre. Immutable and safe for concurrent use.
/// </summary>
/// <param name="area">The area.</param>
public sealed class Scene(Area area)
{
    // What a cell's side may lie off by on the plane, through rounding.
    private const double RimM = 0.01;

    // How many cells are looked at between two looks at a cancellation token.
    private const int CellsPerLook = 64;

    private readonly LocalPlane _plane = new(area.Centre);
    private readonly PlaneRegion _region = area.On(new LocalPlane(area.Centre));

    /// <summary>The area.</summary>
    public Area Area { get; } = area;

    /// <summary>The area's centre: of a circle its centre, of a polygon the centroid of its outline's bounding box.</summary>
    public LatLng Centre => _plane.Origin;

    /// <summary>The surface in square metres.</summary>
    public double AreaM2 { get; } = SurfaceM2(area.On(new LocalPlane(area.Centre)));

    /// <summary>How far the area's farthest point lies from <see cref="Centre"/>, in metres.</summary>
    public double ExtentM { get; } = area.ExtentM;

    /// <summary>The cells of a resolution that the area touches, exact up to the rounding of the rim (never too few). Distinct,
    /// ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public IReadOnlyList<H3Index> Cells(int resolution)
    {
        var cells = new CellFilter(_region, _plane).Filter(CellFilter.Around(Centre, ExtentM, resolution), RimM);
        cells.Sort();
        return cells;
    }

    /// <summary>Metres on the plane between the area's centre and a position.</summary>
    public double DistanceM(LatLng position) => _plane.ToPlane(position).DistanceTo(default);

    /// <summary>Whether a position lies in the area.</summary>
    public bool Contains(LatLng position) => _region.Contains(_plane.ToPlane(position));

    /// <summary>Whether the view intersects the area.</summary>
    public bool IsSeenBy(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return !IsFar(view) && view.On(_plane).Intersects(_region);
    }

    /// <summary>All that views see of the area, each view laid on the plane once.</summary>
    /// <param name="views">The views.</param>
    /// <param name="blindResolution">The resolution of the cells that may be blind.</param>
    /// <param name="cancellationToken">Ends the work between two rows, views or cells.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SceneCoverage Cover(IReadOnlyList<View> views, int blindResolution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(views);
        var regions = new PlaneRegion[views.Count];
        var each = new double[regions.Length];
        for (var i = 0; i < regions.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            regions[i] = views[i].On(_plane);
            each[i] = ShareOf(regions[i], cancellationToken);
        }

        return new(ShareOf(regions, cancellationToken), each, BlindCells(regions, blindResolution, cancellationToken));
    }

    /// <summary>The share of the area, 0 to 1, that lies in the union of the views.</summary>
    public double ShareOf(IReadOnlyList<View> views)
    {
        ArgumentNullException.ThrowIfNull(views);
        return ShareOf([.. views.Select(view => view.On(_plane))], CancellationToken.None);
    }

    /// <summary>The share of the area, 0 to 1, that lies in the view. If the area is a circle and the view a polygon, it is exact.</summary>
    public double ShareOf(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return ShareOf(view.On(_plane), CancellationToken.None);
    }

    /// <summary>The share of a cell's hexagon, 0 to 1, that lies in the area; within a hundredth, exact if the area is a circle.</summary>
    public double ShareOfCellInArea(H3Index cell)
    {
        var boundary = cell.CellToBoundary();
        var points = new LocalPoint[boundary.Length + 1];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = _plane.ToPlane(boundary[i % boundary.Length]);
        }

        var hexagon = new PlaneRegion(new FlatPolygon(new PlaneRing(points)));
        return Math.Clamp(ShareOf(hexagon, CancellationToken.None) * AreaM2 / SurfaceM2(hexagon), 0, 1);
    }

    /// <summary>The cells of a resolution whose centre lies in the area but in none of the views. Distinct, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public IReadOnlyList<H3Index> BlindCells(IReadOnlyList<View> views, int resolution)
    {
        ArgumentNullException.ThrowIfNull(views);
        return BlindCells([.. views.Select(view => view.On(_plane))], resolution, CancellationToken.None);
    }

    private static double SurfaceM2(in PlaneRegion region) => region.BandM2(region.Extent.South, region.Extent.North);

    // Laying a polygon of many corners on the plane costs more than seeing that it is too far away.
    private bool IsFar(View view) =>
        view is PolygonView && DistanceM(view.Middle) > ExtentM + view.ExtentM + CellFilter.SlackM(ExtentM + view.ExtentM);

    private double ShareOf(in PlaneRegion seen, CancellationToken cancellationToken)
    {
        if (_region.SharedM2(seen) is { } shared)
        {
            return Math.Min(1, shared / AreaM2);
        }

        return Scan([seen], ShareScan.RowsOfOne, cancellationToken);
    }

    private double ShareOf(PlaneRegion[] views, CancellationToken cancellationToken) => Scan(views, ShareScan.RowsOfMany, cancellationToken);

    private double Scan(ReadOnlySpan<PlaneRegion> views, int rows, CancellationToken cancellationToken)
    {
        var scan = new ShareScan(_region, rows);
        foreach (ref readonly var view in views)
        {
            scan.Add(view);
        }

        return scan.Measure(cancellationToken);
    }

    private List<H3Index> BlindCells(PlaneRegion[] views, int resolution, CancellationToken cancellationToken)
    {
        var around = CellFilter.Around(Centre, ExtentM, resolution);
        var seen = new RegionGrid(_region.Extent, around.Count);
        foreach (ref readonly var view in views.AsSpan())
        {
            seen.Add(view);
        }

        var blind = new List<H3Index>();
        for (var i = 0; i < around.Count; i++)
        {
            if (i % CellsPerLook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var centre = _plane.ToPlane(around[i].CellToLatLng());
            if (_region.Contains(centre) && !seen.Contains(centre))
            {
                blind.Add(around[i]);
            }
        }

        blind.Sort();
        return blind;
    }
}
