using Canvass.Geo.Positions;

namespace Canvass.Contracts.Positions;

/// <summary>A box of longitudes and latitudes in WGS 84 degrees. Where <paramref name="West"/> is over <paramref name="East"/>, the box
/// crosses the antimeridian (RFC 7946, section 5.2).</summary>
/// <param name="West">Western longitude, −180 to 180.</param>
/// <param name="South">Southern latitude, −90 to 90, at most <paramref name="North"/>.</param>
/// <param name="East">Eastern longitude, −180 to 180.</param>
/// <param name="North">Northern latitude, −90 to 90.</param>
[GenerateSerializer, Immutable, Alias("canvass.BoundingBox")]
public readonly record struct BoundingBox(
    [property: Id(0)] double West, [property: Id(1)] double South, [property: Id(2)] double East, [property: Id(3)] double North)
{
    /// <summary>Whether a position lies in the box, rim included.</summary>
    public bool Contains(LatLng position) =>
        position.LatDeg >= South && position.LatDeg <= North
        && (West <= East
            ? position.LngDeg >= West && position.LngDeg <= East
            : position.LngDeg >= West || position.LngDeg <= East);
}
