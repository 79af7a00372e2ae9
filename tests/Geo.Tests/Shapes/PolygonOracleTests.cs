using Canvass.Geo.Positions;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Canvass.Geo.Tests.Shapes;

[Trait("Category", "Unit")]
public sealed class PolygonOracleTests
{
    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 4)]
    [InlineData(7, 0)]
    [InlineData(9, 3)]
    public void Rings_are_taken_where_the_oracle_finds_them_valid(int corners, int holeCorners)
    {
        var taken = 0;
        var random = new Random(corners);
        for (var i = 0; i < 5_000; i++)
        {
            LatLng[] outline = Ring(random, corners, 0.01);
            LatLng[][] rings = holeCorners == 0 ? [outline] : [outline, Ring(random, holeCorners, 0.004)];

            var isTaken = Canvass.Geo.Shapes.Polygon.TryCreate(rings, out _, out var error);

            taken += isTaken ? 1 : 0;
            var check = new IsValidOp(Geometry(rings));
            Assert.True(isTaken == check.IsValid, $"{i}: {error} / {check.ValidationError?.Message}");
        }

        Assert.InRange(taken, 50, 4_950);
    }

    // On a coarse lattice, corners fall on edges and edges on one another.
    [Fact]
    public void Rings_on_a_lattice_are_taken_where_the_oracle_finds_them_valid()
    {
        var taken = 0;
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            LatLng[] ring = [.. Enumerable.Range(0, 5).Select(_ => new LatLng(random.Next(5), random.Next(5)))];
            LatLng[][] rings = [[.. ring, ring[0]]];

            var isTaken = Canvass.Geo.Shapes.Polygon.TryCreate(rings, out _, out var error);

            taken += isTaken ? 1 : 0;
            Assert.True(isTaken == new IsValidOp(Geometry(rings)).IsValid, $"{i}: {error} {string.Join(' ', ring)}");
        }

        Assert.InRange(taken, 50, 19_950);
    }

    private static LatLng[] Ring(Random random, int corners, double size)
    {
        var (sorted, jitter) = (random.Next(3) > 0, random.NextDouble() * 0.7);
        var angles = Enumerable.Range(0, corners).Select(i => sorted ? (i + (jitter * random.NextDouble())) / corners : random.NextDouble());
        LatLng[] ring = [.. angles.Select(turn => (turn, reach: size * (0.3 + random.NextDouble())))
            .Select(at => (at.reach, direction: Math.SinCos(Math.Tau * at.turn)))
            .Select(at => new LatLng(60 + (at.reach * at.direction.Sin), 25 + (at.reach * at.direction.Cos)))];
        return [.. ring, ring[0]];
    }

    private static NetTopologySuite.Geometries.Polygon Geometry(LatLng[][] rings)
    {
        var factory = new GeometryFactory();
        LinearRing[] linear = [.. rings.Select(ring =>
            factory.CreateLinearRing([.. ring.Select(at => new Coordinate(at.LngDeg, at.LatDeg))]))];
        return factory.CreatePolygon(linear[0], linear[1..]);
    }
}
