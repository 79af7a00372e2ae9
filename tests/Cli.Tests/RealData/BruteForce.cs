using NetTopologySuite.Geometries;

namespace Canvass.Cli.Tests.RealData;

/// <summary>Coverage computed the long way, over all cameras, with none of the product's code.</summary>
internal sealed class BruteForce(IReadOnlyList<BruteForce.Lens> lenses)
{
    /// <summary>A camera: a sector, or a disc where it has no bearing.</summary>
    internal sealed record Lens(string Id, double Lng, double Lat, double? BearingDeg, double HfovDeg, double RangeM);

    /// <summary>What a lens is to a circle: how far the circle's centre lies from its view, and the view itself.</summary>
    internal sealed record Look(string Id, double DistanceOfViewM, Geometry View);

    /// <summary>Every lens whose view comes within 5 m of a circle.</summary>
    public List<Look> Around(double lng, double lat, double radiusM)
    {
        // Metres per degree by the usual cosine series for WGS 84, good to centimetres.
        var phi = lat * Math.PI / 180;
        var north = 111_132.954 - (559.822 * Math.Cos(2 * phi)) + (1.175 * Math.Cos(4 * phi));
        var east = (111_412.84 * Math.Cos(phi)) - (93.5 * Math.Cos(3 * phi)) + (0.118 * Math.Cos(5 * phi));
        var centre = new Point(0, 0);
        var looks = new List<Look>();
        foreach (var lens in lenses)
        {
            var x = (lens.Lng - lng) * east;
            var y = (lens.Lat - lat) * north;
            if (Math.Sqrt((x * x) + (y * y)) > radiusM + lens.RangeM + 5)
            {
                continue;
            }

            var view = Sector(x, y, lens);
            var distance = view.Distance(centre);
            if (distance <= radiusM + 5)
            {
                looks.Add(new(lens.Id, distance, view));
            }
        }

        return looks;
    }

    /// <summary>The share of a circle in the union of views.</summary>
    public static double Share(IEnumerable<Look> looks, double radiusM)
    {
        var circle = new Point(0, 0).Buffer(radiusM, 64);
        var views = looks.Select(look => look.View).ToList();
        return views.Count == 0 ? 0 : NetTopologySuite.Operation.Union.UnaryUnionOp.Union(views).Intersection(circle).Area / circle.Area;
    }

    private static Geometry Sector(double x, double y, Lens lens)
    {
        if (lens.BearingDeg is not { } bearing || lens.HfovDeg >= 360)
        {
            return new Point(x, y).Buffer(lens.RangeM, 90);
        }

        var steps = (int)Math.Ceiling(lens.HfovDeg);
        var ring = new List<Coordinate> { new(x, y) };
        for (var i = 0; i <= steps; i++)
        {
            var angle = (bearing - (lens.HfovDeg / 2) + (lens.HfovDeg * i / steps)) * Math.PI / 180;
            ring.Add(new(x + (lens.RangeM * Math.Sin(angle)), y + (lens.RangeM * Math.Cos(angle))));
        }

        ring.Add(new(x, y));
        return new Polygon(new LinearRing([.. ring]));
    }
}
