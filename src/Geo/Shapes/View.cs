using Canvass.Geo.Hexagons;
using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>The region on the ground that a camera sees: a sector, a full disc, or a polygon given by hand. Immutable and safe for
/// concurrent use. Either a <see cref="SectorView"/> or a <see cref="PolygonView"/>.</summary>
public abstract class View
{
    private protected View()
    {
    }

    /// <summary>The middle of <see cref="ExtentM"/>.</summary>
    internal abstract LatLng Middle { get; }

    /// <summary>The radius in metres of a circle around <see cref="Middle"/> that holds the view.</summary>
    internal abstract double ExtentM { get; }

    /// <summary>A sector of a disc, or the full disc where no bearing is known or the field of view is a full turn.</summary>
    /// <param name="position">Where the camera stands.</param>
    /// <param name="bearingDeg">The middle of the view, degrees clockwise from north; null means a full disc.</param>
    /// <param name="hfovDeg">The horizontal field of view in degrees, over 0; 360 and more mean a full disc.</param>
    /// <param name="rangeM">How far it sees, in metres, over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or not in its range.</exception>
    public static View Sector(LatLng position, double? bearingDeg, double hfovDeg, double rangeM) =>
        new SectorView(position, bearingDeg, hfovDeg, rangeM);

    /// <summary>A polygon given by hand.</summary>
    public static View Polygon(Polygon polygon) => new PolygonView(polygon);

    /// <summary>Whether a position lies in the view, measured on the local plane around the view. On the rim the answer is either.</summary>
    public abstract bool DoesContain(LatLng position);

    /// <summary>Every cell of a resolution that the view may touch: never fewer than it touches, possibly a few more at the rim.
    /// Distinct, in no order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public IReadOnlyList<H3Index> CoverCells(int resolution)
    {
        var plane = new LocalPlane(Middle);
        return new CellFilter(On(plane), plane).Filter(
            CellFilter.Around(Middle, ExtentM, resolution), CellFilter.SlackM(ExtentM));
    }

    /// <summary>The view on a plane.</summary>
    internal abstract PlaneRegion On(in LocalPlane plane);
}
