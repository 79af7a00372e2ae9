using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class CircleCoverTests
{
    [Fact]
    public void Every_point_within_the_radius_lies_in_the_cover() =>
        Gen.Select(Draw.Position, Gen.Int[0, 15], Gen.Double[-1, 1], Gen.Int).Sample((centre, resolution, exponent, seed) =>
        {
            var radius = Math.Min(5_000_000, H3Index.GetHexagonEdgeLengthAvgM(resolution) * Math.Pow(10, exponent));
            var cover = CircleCover.Cells(centre, radius, resolution).ToHashSet();
            var random = new Random(seed);
            for (var i = 0; i < 300; i++)
            {
                // Half of the points on the rim, where cells are missed first.
                var share = i % 2 == 0 ? 1 : Math.Sqrt(random.NextDouble());
                var point = Draw.Move(centre, radius * share / H3Sphere.RadiusMetres, random.NextDouble() * 2 * Math.PI);
                Assert.Contains(H3Index.LatLngToCell(point, resolution), cover);
            }
        }, iter: 1500);

    [Fact]
    public void The_cover_has_no_cell_out_of_reach() =>
        Gen.Select(Draw.Position, Gen.Int[3, 15], Gen.Double[0, 5]).Sample((centre, resolution, edges) =>
        {
            var radius = H3Index.GetHexagonEdgeLengthAvgM(resolution) * edges;
            var own = H3Index.LatLngToCell(centre, resolution);
            foreach (var cell in CircleCover.Cells(centre, radius, resolution))
            {
                Assert.True(cell == own || Nearest(cell, centre) <= radius + 0.0001);
            }
        }, iter: 300);

    [Theory]
    [InlineData(50, 1.7)]
    [InlineData(100, 2.5)]
    [InlineData(250, 5.9)]
    [InlineData(500, 14.7)]
    [InlineData(1000, 44)]
    [InlineData(2000, 150)]
    public void The_mean_size_of_the_cover_is_as_reckoned(double radius, double expected)
    {
        var random = new Random(9);
        var cells = 0;
        for (var i = 0; i < 400; i++)
        {
            cells += CircleCover.Cells(new LatLng(33.6 + random.NextDouble() / 4, -84.5 + random.NextDouble() / 4), radius, 9).Count;
        }

        Assert.Equal(expected, cells / 400.0, expected * 0.06);
    }

    [Fact]
    public void A_circle_of_no_radius_is_covered_by_the_cell_of_its_centre() =>
        Gen.Select(Draw.Anywhere, Gen.Int[0, 15]).Sample((centre, resolution) =>
            CircleCover.Cells(centre, 0, resolution)[0] == H3Index.LatLngToCell(centre, resolution));

    [Fact]
    public void The_room_promised_is_enough() =>
        Gen.Select(Draw.Position, Gen.Int[0, 9], Gen.Double[0, 7]).Sample((centre, resolution, edges) =>
        {
            var radius = H3Index.GetHexagonEdgeLengthAvgM(resolution) * edges;
            var cells = new H3Index[CircleCover.MaxCellCount(radius, resolution)];
            Assert.Equal(CircleCover.Cells(centre, radius, resolution), cells[..CircleCover.Write(centre, radius, resolution, cells)]);
        }, iter: 200);

    [Fact]
    public void A_circle_that_is_none_is_refused()
    {
        var centre = new LatLng(33.75, -84.39);
        Action[] uses =
        [
            () => CircleCover.Cells(centre, -1, 9), () => CircleCover.Cells(centre, double.NaN, 9),
            () => CircleCover.Cells(centre, 10_000_001, 2),
            () => CircleCover.Cells(centre, 500, 16), () => CircleCover.Cells(new LatLng(double.NaN, 0), 500, 9),
        ];
        Assert.All(uses, use => Assert.Throws<ArgumentOutOfRangeException>(use));
        Assert.Throws<ArgumentException>(() => CircleCover.Write(centre, 500, 9, new H3Index[3]));
        Assert.Throws<ArgumentException>(() => CircleCover.Cells(centre, 10_000_000, 15));
    }

    // The distance to the nearest point of the boundary, in metres.
    private static double Nearest(H3Index cell, LatLng centre)
    {
        var corners = cell.CellToBoundary();
        var least = double.PositiveInfinity;
        for (var i = 0; i < corners.Length; i++)
        {
            least = Math.Min(least, Nearest(corners[i], corners[(i + 1) % corners.Length], centre));
        }

        return least;
    }

    // Along an arc far shorter than a quarter turn the distance falls to the nearest point and rises from there: a third is left out at a time.
    private static double Nearest(LatLng from, LatLng to, LatLng centre)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 50; step++)
        {
            var third = (high - low) / 3;
            if (DistanceAt(low + third) < DistanceAt(high - third))
            {
                high -= third;
            }
            else
            {
                low += third;
            }
        }

        return DistanceAt((low + high) / 2);

        double DistanceAt(double share) => H3Sphere.GreatCircleDistanceM(Between(from, to, share), centre);
    }

    private static LatLng Between(LatLng from, LatLng to, double share)
    {
        var (x, y, z) = Vector(from, 1 - share);
        var (u, v, w) = Vector(to, share);
        (x, y, z) = (x + u, y + v, z + w);
        return new(Math.Atan2(z, Math.Sqrt(x * x + y * y)) * (180 / Math.PI), Math.Atan2(y, x) * (180 / Math.PI));
    }

    private static (double X, double Y, double Z) Vector(LatLng position, double length)
    {
        var (sinLat, cosLat) = Math.SinCos(position.LatDeg * (Math.PI / 180));
        var (sinLng, cosLng) = Math.SinCos(position.LngDeg * (Math.PI / 180));
        return (length * cosLat * cosLng, length * cosLat * sinLng, length * sinLat);
    }
}
