using Canvass.Geo.Hexagons;
using Canvass.Geo.Shapes;
using Canvass.Geo.Tests.Scenes;
using CsCheck;

namespace Canvass.Geo.Tests.Shapes;

[Trait("Category", "Unit")]
public sealed class CoverCellsTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(11)]
    public void No_position_in_a_view_lies_outside_of_its_cover(int resolution) =>
        Gen.Int[0, int.MaxValue - 1].Sample(seed =>
        {
            var random = new RandomScene(seed);
            var view = random.View(5_000, 10, 1_000);
            var cover = view.CoverCells(resolution).ToHashSet();
            for (var i = 0; i < 200; i++)
            {
                var position = random.Near(6_000);
                Assert.True(!view.DoesContain(position) || cover.Contains(H3Index.LatLngToCell(position, resolution)), $"seed {seed}");
            }
        }, iter: 300);

    [Fact]
    public void A_cover_is_distinct_and_keeps_to_the_shape()
    {
        var place = new RandomScene(1).Place;
        var disc = View.Sector(place, null, 90, 1_000).CoverCells(9);
        var beam = View.Sector(place, 45, 20, 1_000).CoverCells(9);

        Assert.Equal(disc.Count, disc.Distinct().Count());
        Assert.InRange(disc.Count, 35, 55);
        Assert.InRange(beam.Count, 3, 12);
        Assert.Subset(disc.ToHashSet(), beam.ToHashSet());
    }

    [Fact]
    public void A_small_view_is_entered_in_the_cell_in_which_its_camera_stands()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new RandomScene(seed);
            var position = random.Near(3_000);

            Assert.Contains(H3Index.LatLngToCell(position, 9), View.Sector(position, random.Next(0, 360), 90, 40).CoverCells(9));
        }
    }
}
