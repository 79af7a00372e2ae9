using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;
using NetTopologySuite.Geometries;

namespace Canvass.Geo.Tests.Scenes;

/// <summary>Views and areas as NetTopologySuite geometries in metres around an area's centre, by formulas of its own.</summary>
internal sealed class Oracle(LatLng origin)
{
    private const int ArcSteps = 720;
    private static readonly GeometryFactory Factory = new();

    public Geometry Of(Area area) => area switch
    {
        CircleArea circle => Sector(circle.Centre, 0, 360, circle.RadiusM),
        PolygonArea polygon => Of(polygon.Polygon),
        _ => throw new ArgumentException("No such area.", nameof(area)),
    };

    public Geometry Of(View view) => view switch
    {
        SectorView { IsFullDisc: true } disc => Sector(disc.Position, 0, 360, disc.RangeM),
        SectorView sector => Sector(sector.Position, sector.BearingDeg!.Value, sector.HfovDeg, sector.RangeM),
        PolygonView polygon => Of(polygon.Polygon),
        _ => throw new ArgumentException("No such view.", nameof(view)),
    };

    public Geometry Of(Canvass.Geo.Shapes.Polygon polygon)
    {
        LinearRing[] rings = [.. polygon.Rings.Select(ring => Factory.CreateLinearRing([.. ring.Select(Of)]))];
        return Factory.CreatePolygon(rings[0], rings[1..]);
    }

    public Coordinate Of(LatLng position)
    {
        const double A = 6_378_137, E2 = 0.00669437999014;
        var phi = origin.LatDeg / 180 * Math.PI;
        var w = Math.Sqrt(1 - (E2 * Math.Pow(Math.Sin(phi), 2)));
        var lng = (position.LngDeg - origin.LngDeg + 540) % 360 - 180;
        return new(
            lng / 180 * Math.PI * A / w * Math.Cos(phi),
            (position.LatDeg - origin.LatDeg) / 180 * Math.PI * A * (1 - E2) / Math.Pow(w, 3));
    }

    private Geometry Sector(LatLng position, double bearingDeg, double hfovDeg, double rangeM)
    {
        var apex = Of(position);
        var steps = (int)Math.Ceiling(ArcSteps * hfovDeg / 360);
        var corners = new List<Coordinate>();
        if (hfovDeg < 360)
        {
            corners.Add(apex);
        }

        for (var i = 0; i <= steps; i++)
        {
            var angle = (bearingDeg - (hfovDeg / 2) + (hfovDeg * i / steps)) / 180 * Math.PI;
            corners.Add(new(apex.X + (rangeM * Math.Sin(angle)), apex.Y + (rangeM * Math.Cos(angle))));
        }

        corners[^1] = hfovDeg < 360 ? corners[^1] : corners[0].Copy();
        if (hfovDeg < 360)
        {
            corners.Add(apex.Copy());
        }

        return Factory.CreatePolygon([.. corners]);
    }
}
