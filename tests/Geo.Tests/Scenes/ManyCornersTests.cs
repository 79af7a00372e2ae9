using System.Diagnostics;
using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using NetTopologySuite.Operation.Union;

namespace Canvass.Geo.Tests.Scenes;

/// <summary>Shapes that cost much: stars of hundreds of long, narrow spikes.</summary>
[Trait("Category", "Unit")]
public sealed class ManyCornersTests(ITestOutputHelper output)
{
    private static readonly LatLng Place = new(33.78014, -84.38747);

    [Fact]
    public void A_star_is_indexed_with_few_copies_of_its_edges()
    {
        var star = Star(1_990, 0);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(star.DoesContain(Place));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 1, 500_000);
    }

    [Fact]
    public void The_union_of_many_stars_agrees_with_the_oracle_though_it_is_cut_into_few_rows()
    {
        var scene = new Scene(Area.Circle(Place, 1_000));
        List<View> views = [.. Enumerable.Range(0, 12).Select(i => View.Polygon(Star(1_990, i)))];
        var oracle = new Oracle(Place);
        var area = oracle.Of(scene.Area);

        var share = scene.ShareOf(views[..6]);

        var truth = UnaryUnionOp.Union(views[..6].Select(view => oracle.Of(view).Intersection(area)).ToList()).Area / area.Area;
        Assert.Equal(truth, share, 0.01);
        Assert.True(scene.ShareOf(views) >= share - 0.01);
    }

    [Fact]
    public void The_most_that_a_scene_of_stars_costs_is_bounded()
    {
        List<View> views = [.. Enumerable.Range(0, 60).Select(i => View.Polygon(Star(1_990, i)))];
        foreach (var radiusM in new[] { 250, 1_000 })
        {
            var scene = new Scene(Area.Circle(Place, radiusM));
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            var coverage = scene.Cover(views, 11, TestContext.Current.CancellationToken);
            output.WriteLine($"{radiusM} m: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms, share {coverage.Share:F4}");

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 60_000_000);
        }
    }

    [Fact]
    public void Covering_a_scene_can_be_cancelled()
    {
        var scene = new Scene(Area.Circle(Place, 1_000));

        Assert.Throws<OperationCanceledException>(() => scene.Cover([View.Polygon(Star(50, 0))], 11, new CancellationToken(true)));
    }

    [Fact]
    public void Two_polygons_of_many_corners_intersect_as_the_oracle_says()
    {
        for (var i = 0; i < 60; i++)
        {
            var scene = new Scene(Area.Polygon(Star(400, 0)));
            var view = View.Polygon(Star(400, i * 40));
            var oracle = new Oracle(scene.Centre);

            Assert.Equal(oracle.Of(scene.Area).Intersects(oracle.Of(view)), scene.IsSeenBy(view));
        }
    }

    [Fact]
    public void All_that_is_seen_of_a_scene_is_what_its_parts_say()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(300));
            List<View> views = [.. Enumerable.Range(0, 13).Select(_ => random.View(300, 10, 100))];

            var coverage = scene.Cover(views, 11, TestContext.Current.CancellationToken);

            Assert.Equal(scene.ShareOf(views), coverage.Share);
            Assert.Equal([.. views.Select(scene.ShareOf)], coverage.ShareOfEach);
            Assert.Equal(scene.BlindCells(views, 11), coverage.Blind);
        }
    }

    /// <summary>A star whose centre lies some metres east of the place, with spikes from 150 m to 700 m long.</summary>
    private static Polygon Star(int corners, int eastM)
    {
        var ring = new LatLng[corners];
        var plane = new LocalPlane(Place);
        for (var i = 0; i < corners; i++)
        {
            var (sin, cos) = Math.SinCos(Math.Tau * i / (corners - 1));
            var reachM = i % 2 == 0 ? 150 : 700;
            ring[i] = plane.ToPosition(new(eastM + (reachM * sin), reachM * cos));
        }

        ring[^1] = ring[0];
        return RandomScene.Make([ring]);
    }
}
