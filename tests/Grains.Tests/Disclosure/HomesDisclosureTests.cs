using Canvass.Contracts.Coverage;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using Canvass.Grains.Disclosure;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Disclosure;

[Trait("Category", "Unit")]
public sealed class HomesDisclosureTests
{
    private static readonly H3Index Cell = H3Index.LatLngToCell(Samples.Midtown, 8);

    [Fact]
    public void A_cell_of_which_no_count_is_known_is_left_out()
    {
        var other = Cell.GridDisk(1).First(cell => cell != Cell);

        var told = HomesDisclosure.Buckets([other, Cell, other], cell => cell == Cell ? 7 : null);

        Assert.Equal([new(Cell, new("5-9"))], told);
    }

    [Fact]
    public void Cells_are_told_once_and_ascending()
    {
        var cells = Cell.GridDisk(1);

        var told = HomesDisclosure.Buckets([.. cells, .. cells], _ => 0);

        Assert.Equal(cells.Order(), told.Select(count => count.Cell));
        Assert.All(told, count => Assert.Equal("0", count.Households.Text));
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("<5", 1, 4)]
    [InlineData("5-9", 5, 9)]
    [InlineData("10-19", 10, 19)]
    [InlineData("20-49", 20, 49)]
    [InlineData("50+", 50, 100)]
    public void Of_a_cell_that_lies_wholly_in_the_area_its_whole_bucket_is_expected(string bucket, int low, int high) =>
        Assert.Equal(new(low, high), HomesDisclosure.Expect(Scene(2_000), [new(Cell, new(bucket))]));

    [Fact]
    public void Of_a_part_of_a_cell_that_part_is_expected_rounded_outwards()
    {
        var scene = new Scene(Area.Circle(Cell.CellToLatLng(), 200));
        var share = Math.PI * 200 * 200 / Cell.CellAreaKm2() / 1e6;

        var expected = HomesDisclosure.Expect(scene, [new(Cell, new("20-49"))]);

        Assert.InRange(share, 0.1, 0.25);
        Assert.Equal(new((int)Math.Floor(20 * share), (int)Math.Ceiling(49 * share)), expected);
    }

    [Fact]
    public void What_is_expected_depends_on_buckets_and_area_alone_and_grows_with_the_area()
    {
        var buckets = Cell.GridDisk(1).Order().Select(cell => new RegisteredCount(cell, new("10-19"))).ToList();
        var last = default(ExpectedHomes);
        for (var radiusM = 50; radiusM <= 600; radiusM += 50)
        {
            var expected = HomesDisclosure.Expect(Scene(radiusM), buckets);

            Assert.Equal(expected, HomesDisclosure.Expect(Scene(radiusM), buckets));
            Assert.True(expected.Low >= last.Low && expected.High >= last.High && expected.Low < expected.High);
            last = expected;
        }
    }

    private static Scene Scene(double radiusM) => new(Area.Circle(Samples.Midtown, radiusM));
}
