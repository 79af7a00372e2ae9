using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>The region on the ground that a camera sees: a sector, a full disc, or a polygon given by hand. Immutable.</summary>
public abstract class View
{
    private protected View()
    {
    }

    /// <summary>A sector of a disc, or the full disc where no bearing is known or the field of view is a full turn.</summary>
    /// <param name="position">Where the camera stands.</param>
    /// <param name="bearingDeg">The middle of the view, degrees clockwise from north; null means a full disc.</param>
    /// <param name="hfovDeg">The horizontal field of view in degrees, over 0; 360 and more mean a full disc.</param>
    /// <param name="rangeM">How far it sees, in metres, over 0.</param>
    public static View Sector(LatLng position, double? bearingDeg, double hfovDeg, double rangeM) => throw new NotImplementedException();

    /// <summary>A polygon given by hand.</summary>
    public static View Polygon(Polygon polygon) => throw new NotImplementedException();

    /// <summary>Every cell of a resolution that the view may touch: never fewer than it touches, possibly a few more at the rim.
    /// Distinct, in no order.</summary>
    public IReadOnlyList<H3Index> CoverCells(int resolution) => throw new NotImplementedException();
}
