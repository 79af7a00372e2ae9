using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using CsCheck;

namespace Canvass.Geo.Tests.Scenes;

[Trait("Category", "Unit")]
public sealed class ScenePropertyTests
{
    // A union is cut into rows; a view alone is not, or into others.
    private const double Tolerance = 0.001;

    private static readonly Gen<RandomScene> AnyScene = Gen.Int[0, int.MaxValue - 1].Select(seed => new RandomScene(seed));

    [Fact]
    public void Shares_lie_between_none_and_all() =>
        AnyScene.Sample(random =>
        {
            var scene = new Scene(random.Area(random.Next(10, 5_000)));
            var views = Views(random, scene);

            var share = scene.ShareOf(views);

            Assert.InRange(share, 0, 1);
            Assert.InRange(share, views.Select(scene.ShareOf).DefaultIfEmpty().Max() - Tolerance, views.Sum(scene.ShareOf) + Tolerance);
        }, iter: 2_000);

    // Each union is cut into rows of its own, so one share may be off against the other: by no more than a twentieth of the percentage
    // point that the specification allows. How far depends on the scene, so the scenes are the same in every run.
    [Fact]
    public void One_more_view_never_lowers_the_share()
    {
        var lowered = 0.0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(random.Next(10, 1_000)));
            var views = Views(random, scene);
            var before = scene.ShareOf(views);

            lowered = Math.Max(lowered, before - scene.ShareOf([.. views, random.View(scene.ExtentM, 20, 300)]));
        }

        Assert.InRange(lowered, 0, 0.0005);
    }

    [Fact]
    public void A_view_that_contains_the_area_sees_all_of_it() =>
        AnyScene.Sample(random =>
        {
            var scene = new Scene(random.Area(random.Next(10, 400)));
            var views = Views(random, scene);
            views.Add(View.Sector(scene.Centre, null, 90, scene.ExtentM * 1.001));

            Assert.Equal(1, scene.ShareOf(views), 1e-9);
        }, iter: 2_000);

    [Fact]
    public void A_view_sees_an_area_when_both_contain_a_position() =>
        AnyScene.Sample(random =>
        {
            var scene = new Scene(random.Area(random.Next(10, 500)));
            var view = random.View(500, 20, 300);
            for (var i = 0; i < 50; i++)
            {
                var position = random.Near(500);
                if (scene.Contains(position) && view.DoesContain(position))
                {
                    Assert.True(scene.IsSeenBy(view));
                }
            }
        }, iter: 2_000);

    [Fact]
    public void A_view_that_sees_none_of_an_area_has_no_share_of_it() =>
        AnyScene.Sample(random =>
        {
            var scene = new Scene(random.Area(random.Next(10, 500)));
            var view = random.View(800, 20, 300);

            Assert.True(scene.IsSeenBy(view) || scene.ShareOf(view) == 0);
        }, iter: 5_000);

    [Fact]
    public void Positions_in_the_area_lie_within_its_extent() =>
        AnyScene.Sample(random =>
        {
            var scene = new Scene(random.Area(random.Next(10, 500)));
            LatLng position = random.Near(500);

            Assert.True(!scene.Contains(position) || scene.DistanceM(position) <= scene.ExtentM);
        }, iter: 5_000);

    private static List<View> Views(RandomScene random, Scene scene) =>
        [.. Enumerable.Range(0, (int)random.Next(0, 12)).Select(_ => random.View(scene.ExtentM, 20, 300))];
}
