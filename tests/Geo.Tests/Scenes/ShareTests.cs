using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using NetTopologySuite.Operation.Union;

namespace Canvass.Geo.Tests.Scenes;

[Trait("Category", "Unit")]
public sealed class ShareTests(ITestOutputHelper output)
{
    // A tenth of the percentage point that the specification allows.
    private const double Tolerance = 0.001;

    [Theory]
    [InlineData(10, 40, 3, 100)]
    [InlineData(250, 40, 20, 100)]
    [InlineData(250, 300, 8, 100)]
    [InlineData(1_000, 100, 120, 10)]
    [InlineData(5_000, 1_000, 40, 15)]
    public void Shares_agree_with_the_union_of_the_oracle(double areaM, double rangeM, int views, int scenes)
    {
        var worst = 0.0;
        for (var seed = 0; seed < scenes; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(areaM));
            var seen = Enumerable.Range(0, views).Select(_ => random.View(areaM, 0.1 * rangeM, rangeM)).ToList();

            worst = Math.Max(worst, Math.Abs(scene.ShareOf(seen) - Expected(scene, seen)));
        }

        output.WriteLine($"Largest error: {worst * 100:0.0000} percentage points.");
        Assert.InRange(worst, 0, Tolerance);
    }

    [Fact]
    public void The_share_of_a_single_small_view_is_right_in_itself()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(5_000));
            var view = random.View(4_000, 10, 40);
            var expected = Expected(scene, [view]);

            Assert.Equal(expected, scene.ShareOf(view), (0.005 * expected) + 1e-9);
        }
    }

    [Fact]
    public void Shapes_of_straight_edges_are_measured_exactly()
    {
        var random = new RandomScene(1);
        var scene = new Scene(Area.Polygon(Outline((-100, -100), (100, -100), (100, 31.7), (20, 31.7), (20, 100), (-100, 100))));
        var view = View.Polygon(Outline((-50, -60), (70, -60), (70, -12.3), (-10, -12.3), (-10, 43.21), (-50, 43.21)));
        const double Seen = (120 * 47.7) + (40 * 55.51), Whole = (200 * 131.7) + (120 * 68.3);

        Assert.Equal(Seen / Whole, scene.ShareOf(view), 1e-6);
        Assert.Equal(Seen / Whole, scene.ShareOf([view, view]), 1e-6);

        Polygon Outline(params (double EastM, double NorthM)[] corners) =>
            RandomScene.Make([.. corners.Append(corners[0]).Select(corner => random.At(corner.EastM, corner.NorthM))]);
    }

    [Fact]
    public void Thousands_of_views_are_measured_in_even_bands()
    {
        var random = new RandomScene(1);
        var scene = new Scene(Area.Circle(random.Place, 5_000));
        var views = Enumerable.Range(0, 3_000).Select(_ => random.View(5_000, 20, 200)).ToList();

        Assert.Equal(Expected(scene, views), scene.ShareOf(views), Tolerance);
    }

    [Fact]
    public void No_views_see_nothing()
    {
        var scene = new Scene(Area.Circle(new(33.7, -84.4), 250));

        Assert.Equal(0, scene.ShareOf([]));
        Assert.Equal(0, scene.ShareOf([View.Sector(new(33.8, -84.4), null, 90, 40)]));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(250)]
    [InlineData(5_000)]
    public void The_surface_is_that_of_the_oracle(double areaM)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var scene = new Scene(new RandomScene(seed).Area(areaM));
            var expected = new Oracle(scene.Centre).Of(scene.Area).Area;

            Assert.Equal(expected, scene.AreaM2, 2e-5 * expected);
        }
    }

    private static double Expected(Scene scene, List<View> views)
    {
        var oracle = new Oracle(scene.Centre);
        var area = oracle.Of(scene.Area);
        var parts = views.Select(oracle.Of).Where(area.Intersects).Select(area.Intersection).ToList();
        return parts.Count == 0 ? 0 : UnaryUnionOp.Union(parts).Area / area.Area;
    }
}
