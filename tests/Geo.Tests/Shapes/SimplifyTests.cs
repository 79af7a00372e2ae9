using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;
using Canvass.Geo.Tests.Scenes;
using NetTopologySuite.Algorithm.Distance;

namespace Canvass.Geo.Tests.Shapes;

[Trait("Category", "Unit")]
public sealed class SimplifyTests
{
    private const double ToleranceM = 0.05;
    private static readonly LatLng Place = new(33.78014, -84.38747);

    [Fact]
    public void A_rim_that_is_simplified_stays_within_the_tolerance()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var polygon = Round(1_500, angle => 60 + (20 * Math.Sin(3 * angle)) + (0.03 * random.NextDouble()));

            var simpler = polygon.Simplify(ToleranceM);

            var oracle = new Oracle(Place);
            var (before, after) = (oracle.Of(polygon), oracle.Of(simpler));
            Assert.InRange(simpler.PositionCount, 20, 300);
            Assert.InRange(DiscreteHausdorffDistance.Distance(before.Boundary, after.Boundary, 0.05), 0, ToleranceM * 1.05);
            Assert.Equal(1, after.Area / before.Area, 0.002);
        }
    }

    [Fact]
    public void A_hole_keeps_its_place()
    {
        Assert.True(Polygon.TryCreate(
            [Round(400, _ => 80).Rings[0], Round(400, _ => 30).Rings[0]], out var polygon, out var error), error);

        var simpler = polygon.Simplify(ToleranceM);

        Assert.Equal(2, simpler.Rings.Count);
        Assert.InRange(simpler.PositionCount, 20, 200);
        Assert.False(simpler.DoesContain(Place));
    }

    [Fact]
    public void A_polygon_of_few_corners_and_one_whose_corners_all_matter_stay_as_they_are()
    {
        var few = Round(20, _ => 50);
        var spiked = Round(400, angle => Math.Round(angle / Math.Tau * 400) % 2 == 0 ? 20 : 60);

        Assert.Same(few, few.Simplify(ToleranceM));
        Assert.Same(spiked, spiked.Simplify(ToleranceM));
    }

    [Fact]
    public void A_hole_that_would_cross_the_simplified_rim_prevents_it()
    {
        // A hole with a corner 1 cm inside of the bulging rim, which a chord would cut off.
        var outline = Round(2_000 - 8, _ => 50);
        var plane = new LocalPlane(Place);
        LatLng[] hole =
        [
            plane.ToPosition(new(49.99, 0)), plane.ToPosition(new(40, 3)), plane.ToPosition(new(40, -3)), plane.ToPosition(new(49.99, 0)),
        ];
        Assert.True(Polygon.TryCreate([outline.Rings[0], hole], out var polygon, out var error), error);

        var simpler = polygon.Simplify(2);

        Assert.True(Polygon.TryCreate(simpler.Rings, out _, out _));
    }

    [Fact]
    public void The_tolerance_is_over_nothing() => Assert.Throws<ArgumentOutOfRangeException>(() => Round(50, _ => 50).Simplify(0));

    private static Polygon Round(int corners, Func<double, double> reachM)
    {
        var plane = new LocalPlane(Place);
        var ring = new LatLng[corners];
        for (var i = 0; i < corners; i++)
        {
            var angle = Math.Tau * i / (corners - 1);
            var (sin, cos) = Math.SinCos(angle);
            var reach = reachM(angle);
            ring[i] = plane.ToPosition(new(reach * sin, reach * cos));
        }

        ring[^1] = ring[0];
        return RandomScene.Make([ring]);
    }
}
