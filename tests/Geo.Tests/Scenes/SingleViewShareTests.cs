using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Tests.Scenes;

[Trait("Category", "Unit")]
public sealed class SingleViewShareTests
{
    private static readonly LatLng Centre = new(33.78014, -84.38747);

    [Theory]
    [InlineData(40, 90)]
    [InlineData(40, 200)]
    [InlineData(120, 400)]
    [InlineData(800, 60)]
    public void The_share_of_one_view_is_that_of_a_union_of_one(double rangeM, double hfovDeg)
    {
        var random = new Random(11);
        var scene = new Scene(Area.Circle(Centre, 250));
        for (var i = 0; i < 400; i++)
        {
            var position = new LatLng(Centre.LatDeg + ((random.NextDouble() - 0.5) * 0.007), Centre.LngDeg + ((random.NextDouble() - 0.5) * 0.007));
            var view = View.Sector(position, random.NextDouble() * 360, hfovDeg, rangeM);

            Assert.Equal(scene.ShareOf([view]), scene.ShareOf(view), 0.001);
        }
    }

    [Fact]
    public void A_view_wholly_inside_has_the_share_of_its_own_surface()
    {
        var scene = new Scene(Area.Circle(Centre, 250));

        Assert.Equal(40 * 40 / (4.0 * 250 * 250), scene.ShareOf(View.Sector(Centre, 10, 90, 40)), 1e-12);
        Assert.Equal(40 * 40 / (250.0 * 250), scene.ShareOf(View.Sector(Centre, null, 90, 40)), 1e-12);
        Assert.Equal(1, scene.ShareOf(View.Sector(Centre, null, 90, 250)), 1e-12);
    }

    [Fact]
    public void The_share_of_a_polygon_in_a_circle_is_exact()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(Area.Circle(random.Place, 250));
            var view = View.Polygon(random.Star(random.Near(300), 200));
            var oracle = new Oracle(scene.Centre);
            var area = oracle.Of(scene.Area);

            Assert.Equal(area.Intersection(oracle.Of(view)).Area / area.Area, scene.ShareOf(view), 2e-5);
        }
    }

    [Fact]
    public void The_share_of_a_cell_in_an_area_is_that_of_the_oracle()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(700));
            var oracle = new Oracle(scene.Centre);
            var area = oracle.Of(scene.Area);
            var sum = 0.0;
            foreach (var cell in scene.Cells(8))
            {
                Assert.True(Polygon.TryCreate([[.. cell.CellToBoundary(), cell.CellToBoundary()[0]]], out var hexagon, out _));
                var expected = oracle.Of(hexagon).Intersection(area).Area / oracle.Of(hexagon).Area;

                Assert.Equal(expected, scene.ShareOfCellInArea(cell), 0.01);
                sum += expected * oracle.Of(hexagon).Area;
            }

            Assert.Equal(1, sum / area.Area, 0.001);
        }
    }
}
