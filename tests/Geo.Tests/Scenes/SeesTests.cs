using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Tests.Scenes;

[Trait("Category", "Unit")]
public sealed class SeesTests
{
    private const double RimM = 1;
    private static readonly LatLng Place = new(33.749, -84.388);

    [Theory]
    [InlineData(10, 40)]
    [InlineData(250, 300)]
    [InlineData(5_000, 1_000)]
    public void Views_see_what_the_oracle_says_but_for_the_rim(double areaM, double rangeM)
    {
        var seen = 0;
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(areaM));
            var view = random.View(areaM + rangeM, 0.02 * rangeM, rangeM);
            var oracle = new Oracle(scene.Centre);
            var (expected, area) = (oracle.Of(view), oracle.Of(scene.Area));

            var sees = scene.IsSeenBy(view);

            seen += sees ? 1 : 0;
            if (sees != expected.Intersects(area))
            {
                Assert.True(expected.Buffer(RimM).Intersects(area.Boundary), $"seed {seed}: sees {sees}");
            }
        }

        Assert.InRange(seen, 400, 3_600);
    }

    [Theory]
    [InlineData(-90, 60, false)]
    [InlineData(90, 60, true)]
    [InlineData(270, 200, false)]
    [InlineData(270, 359.9, true)]
    public void A_sector_sees_only_the_way_it_faces(double bearingDeg, double hfovDeg, bool sees)
    {
        var scene = new Scene(Area.Circle(Place, 50));
        var west = new LocalPlane(Place).ToPosition(new(-100, 0));

        Assert.Equal(sees, scene.IsSeenBy(View.Sector(west, bearingDeg, hfovDeg, 80)));
    }

    [Fact]
    public void The_rim_is_where_range_and_radius_meet()
    {
        var scene = new Scene(Area.Circle(Place, 250));
        var plane = new LocalPlane(Place);

        Assert.True(scene.IsSeenBy(View.Sector(plane.ToPosition(new(289.9, 0)), null, 360, 40)));
        Assert.False(scene.IsSeenBy(View.Sector(plane.ToPosition(new(290.1, 0)), null, 360, 40)));
    }

    [Fact]
    public void A_view_within_a_hole_of_the_area_sees_nothing()
    {
        var scene = new Scene(Area.Polygon(RandomScene.Make(Square(100), Square(50))));

        Assert.False(scene.IsSeenBy(View.Sector(Place, null, 360, 45)));
        Assert.False(scene.IsSeenBy(View.Polygon(RandomScene.Make(Square(45)))));
        Assert.True(scene.IsSeenBy(View.Sector(Place, 0, 30, 55)));
        Assert.True(scene.IsSeenBy(View.Polygon(RandomScene.Make(Square(55)))));
    }

    [Fact]
    public void An_area_within_a_hole_of_the_view_is_not_seen()
    {
        var view = View.Polygon(RandomScene.Make(Square(100), Square(50)));

        Assert.False(new Scene(Area.Circle(Place, 45)).IsSeenBy(view));
        Assert.False(new Scene(Area.Polygon(RandomScene.Make(Square(45)))).IsSeenBy(view));
        Assert.True(new Scene(Area.Circle(Place, 55)).IsSeenBy(view));
    }

    [Fact]
    public void Containment_either_way_is_seen()
    {
        var polygon = RandomScene.Make(Square(100));

        Assert.True(new Scene(Area.Circle(Place, 10)).IsSeenBy(View.Polygon(polygon)));
        Assert.True(new Scene(Area.Circle(Place, 500)).IsSeenBy(View.Polygon(polygon)));
        Assert.True(new Scene(Area.Polygon(polygon)).IsSeenBy(View.Sector(Place, 10, 20, 30)));
        Assert.True(new Scene(Area.Polygon(polygon)).IsSeenBy(View.Sector(Place, null, 20, 500)));
        Assert.True(new Scene(Area.Polygon(polygon)).IsSeenBy(View.Polygon(RandomScene.Make(Square(20)))));
    }

    [Fact]
    public void A_view_on_the_far_side_of_the_earth_is_not_torn_across_the_scene()
    {
        var far = RandomScene.Make([[new(10, 179.99), new(10.01, 179.99), new(10.01, -179.99), new(10, -179.99), new(10, 179.99)]]);

        Assert.False(new Scene(Area.Circle(new(10.005, 0), 5_000)).IsSeenBy(View.Polygon(far)));
        Assert.True(new Scene(Area.Circle(new(10.005, 180), 100)).IsSeenBy(View.Polygon(far)));
    }

    private static LatLng[] Square(double halfM)
    {
        var plane = new LocalPlane(Place);
        return
        [
            plane.ToPosition(new(-halfM, -halfM)), plane.ToPosition(new(halfM, -halfM)), plane.ToPosition(new(halfM, halfM)),
            plane.ToPosition(new(-halfM, halfM)), plane.ToPosition(new(-halfM, -halfM)),
        ];
    }
}
