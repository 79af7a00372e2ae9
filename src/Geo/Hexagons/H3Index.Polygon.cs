using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The cells of a polygon, in ascending order.</summary>
    /// <remarks>
    /// Edges, those of cells too, are straight lines of latitude and longitude, as on a plate carrée map, and go the
    /// shorter way around: a polygon may cross the antimeridian. Rings run in either direction; a last corner equal to the
    /// first is ignored.
    /// </remarks>
    /// <param name="rings">The outline, and after it any holes, which lie inside and do not overlap; 3 corners or more each.</param>
    /// <param name="resolution">The resolution of the cells, 0 to 15.</param>
    /// <param name="containment">Which cells count.</param>
    /// <exception cref="ArgumentException">
    /// There is no outline, a ring has fewer than 3 corners, a corner is not finite, a ring goes around a pole, or
    /// there are more cells than an array can hold.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the containment is not known.</exception>
    public static H3Index[] PolygonToCells(
        IReadOnlyList<IReadOnlyList<LatLng>> rings, int resolution, PolygonContainment containment = PolygonContainment.Centre)
    {
        ArgumentNullException.ThrowIfNull(rings);
        CheckResolution(resolution);
        if (containment is < PolygonContainment.Centre or > PolygonContainment.Overlapping)
        {
            throw new ArgumentOutOfRangeException(nameof(containment), containment, "A containment is Centre, Full or Overlapping.");
        }

        return new PolygonCover(DegreePolygon.Of(rings), resolution, containment).Find();
    }
}
