using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Lays rings on a plane in one piece, wherever the antimeridian runs.</summary>
internal static class LongitudeUnwrapping
{
    /// <summary>The centre of a ring's bounding box, following its edges the short way around. False where the ring does not come back to
    /// its start (it goes around a pole) or spans over half a turn.</summary>
    public static bool TryCentre(IReadOnlyList<LatLng> ring, out LatLng centre)
    {
        double lng = ring[0].LngDeg, west = lng, east = lng;
        double south = ring[0].LatDeg, north = south;
        for (var i = 1; i < ring.Count; i++)
        {
            lng += LocalPlane.LongitudeDifferenceDeg(ring[i - 1].LngDeg, ring[i].LngDeg);
            west = Math.Min(west, lng);
            east = Math.Max(east, lng);
            south = Math.Min(south, ring[i].LatDeg);
            north = Math.Max(north, ring[i].LatDeg);
        }

        centre = new((south + north) / 2, Math.IEEERemainder((west + east) / 2, 360));
        return Math.Abs(lng - ring[0].LngDeg) < 180 && east - west < 180;
    }

    /// <summary>The rings on a plane. Each position goes where it lies from the polygon's centre, not from the plane's origin: a polygon on
    /// the far side of the earth would otherwise be torn in two.</summary>
    public static FlatPolygon Lay(IReadOnlyList<IReadOnlyList<LatLng>> rings, LatLng centre, in LocalPlane plane)
    {
        var middle = plane.ToPlane(centre);
        var laid = new PlaneRing[rings.Count];
        Span<LocalPoint> points = stackalloc LocalPoint[64];
        for (var i = 0; i < laid.Length; i++)
        {
            var ring = rings[i];
            points = ring.Count <= points.Length ? points : new LocalPoint[ring.Count];
            for (var j = 0; j < ring.Count; j++)
            {
                points[j] = new(
                    middle.EastM + (LocalPlane.LongitudeDifferenceDeg(centre.LngDeg, ring[j].LngDeg) * plane.MetresPerDegreeEast),
                    middle.NorthM + ((ring[j].LatDeg - centre.LatDeg) * plane.MetresPerDegreeNorth));
            }

            laid[i] = new(points[..ring.Count]);
        }

        return new(laid);
    }
}
