using Canvass.Geo.Hexagons;
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
    /// <summary>The area.</summary>
    public Area Area { get; } = area;

    /// <summary>The area's centre: of a circle its centre, of a polygon the centroid of its outline's bounding box.</summary>
    public LatLng Centre => throw new NotImplementedException();

    /// <summary>The surface in square metres.</summary>
    public double AreaM2 => throw new NotImplementedException();

    /// <summary>How far the area's farthest point lies from <see cref="Centre"/>, in metres.</summary>
    public double ExtentM => throw new NotImplementedException();

    /// <summary>The cells of a resolution that the area touches, exact up to the rounding of the rim (never too few). Distinct, ascending.</summary>
    public IReadOnlyList<H3Index> Cells(int resolution) => throw new NotImplementedException();

    /// <summary>Metres on the plane between the area's centre and a position.</summary>
    public double DistanceM(LatLng position) => throw new NotImplementedException();

    /// <summary>Whether a position lies in the area.</summary>
    public bool Contains(LatLng position) => throw new NotImplementedException();

    /// <summary>Whether the view intersects the area.</summary>
    public bool IsSeenBy(View view) => throw new NotImplementedException();

    /// <summary>The share of the area, 0 to 1, that lies in the union of the views.</summary>
    public double ShareOf(IReadOnlyList<View> views) => throw new NotImplementedException();

    /// <summary>The cells of a resolution whose centre lies in the area but in none of the views. Distinct, ascending.</summary>
    public IReadOnlyList<H3Index> BlindCells(IReadOnlyList<View> views, int resolution) => throw new NotImplementedException();
}
