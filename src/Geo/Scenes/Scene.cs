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

    private readonly LocalPlane _plane = new(area.Centre);
    private readonly PlaneRegion _region = area.On(new LocalPlane(area.Centre));

    /// <summary>The area.</summary>
    public Area Area { get; } = area;

    /// <summary>The area's centre: of a circle its centre, of a polygon the centroid of its outline's bounding box.</summary>
    public LatLng Centre => _plane.Origin;

    /// <summary>The surface in square metres.</summary>
    public double AreaM2 => _region.BandM2(_region.Extent.South, _region.Extent.North);

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
        return view.On(_plane).Intersects(_region);
    }

    /// <summary>The share of the area, 0 to 1, that lies in the union of the views.</summary>
    public double ShareOf(IReadOnlyList<View> views) => SharesOf(views, []).First;

    /// <summary>The share of the area, 0 to 1, that lies in the view.</summary>
    public double ShareOf(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var seen = view.On(_plane);
        if (_region.SurfaceHeldM2(seen) is { } surface)
        {
            return surface / AreaM2;
        }

        var scan = new ShareScan(_region, ShareScan.RowsOfOne);
        scan.Add(seen, isFirst: true);
        return scan.Measure().First;
    }

    /// <summary>The shares of the area that lie in the union of each of two groups of views and of both together, in one pass.</summary>
    public UnionShares SharesOf(IReadOnlyList<View> first, IReadOnlyList<View> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var scan = new ShareScan(_region, ShareScan.RowsOfMany);
        foreach (var view in first)
        {
            scan.Add(view.On(_plane), isFirst: true);
        }

        foreach (var view in second)
        {
            scan.Add(view.On(_plane), isFirst: false);
        }

        return scan.Measure();
    }

    /// <summary>The cells of a resolution whose centre lies in the area but in none of the views. Distinct, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public IReadOnlyList<H3Index> BlindCells(IReadOnlyList<View> views, int resolution)
    {
        ArgumentNullException.ThrowIfNull(views);
        var around = CellFilter.Around(Centre, ExtentM, resolution);
        var seen = new RegionGrid(_region.Extent, around.Count);
        foreach (var view in views)
        {
            seen.Add(view.On(_plane));
        }

        var blind = new List<H3Index>();
        foreach (var cell in around)
        {
            var centre = _plane.ToPlane(cell.CellToLatLng());
            if (_region.Contains(centre) && !seen.Contains(centre))
            {
                blind.Add(cell);
            }
        }

        blind.Sort();
        return blind;
    }

    /// <summary>The cells of those given whose centre lies in views of many groups.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="groups">The views, by group.</param>
    /// <param name="least">How many groups must see a centre, at least.</param>
    public IReadOnlyList<H3Index> CellsSeenByGroups(IReadOnlyList<H3Index> cells, IReadOnlyList<IReadOnlyList<View>> groups, int least)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(groups);
        var seen = new RegionGrid(_region.Extent, cells.Count);
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var view in groups[group])
            {
                seen.Add(view.On(_plane), group);
            }
        }

        return [.. cells.Where(cell => seen.CountGroups(_plane.ToPlane(cell.CellToLatLng())) >= least)];
    }
}
