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
    public void Cells_are_told_where_enough_groups_see_their_centre()
    {
        var scene = new Scene(Area.Circle(Centre, 250));
        var cells = scene.BlindCells([], 11);
        var view = View.Sector(cells[30].CellToLatLng(), null, 360, 5);

        Assert.Equal([cells[30]], scene.CellsSeenByGroups(cells, [[view], [view, view], [view]], 3));
        Assert.Empty(scene.CellsSeenByGroups(cells, [[view], [view, view, view]], 3));
    }
}
