using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Storage.Cameras;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class HomeRangesTests
{
    private const int HomeResolution = 9;

    [Theory]
    [InlineData("8844c1a8a5fffff")]
    [InlineData("8544c1abfffffff")]
    [InlineData("8009fffffffffff")]
    public void The_descendants_of_a_cell_are_those_in_its_range_and_no_other(string text)
    {
        var cell = H3Index.Parse(text);
        if (cell.Resolution < 5)
        {
            // The whole base cell has too many: its first and last corners do.
            cell = cell.CellToCenterChild(5);
        }

        var (low, high) = HomeRanges.Descendants(cell);
        var children = cell.CellToChildren(HomeResolution);

        Assert.Equal((long)children.Min().Value, low);
        Assert.Equal((long)children.Max().Value, high);
        foreach (var child in children)
        {
            foreach (var neighbour in child.GridDisk(1))
            {
                Assert.Equal(neighbour.CellToParent(cell.Resolution) == cell, (long)neighbour.Value >= low && (long)neighbour.Value <= high);
            }
        }
    }

    /// <summary>Everywhere on the globe, on both sides of the antimeridian, at the poles and around pentagons, at every size.</summary>
    [Fact]
    public void The_home_cell_of_every_position_in_a_box_is_in_its_ranges()
    {
        var random = new Random(9);
        LatLng[] oddPlaces =
        [
            new(89.99, 10), new(-89.99, -170), new(10, 179.99), new(-20, -179.99), .. H3Index.GetPentagons(5).Select(pentagon => pentagon.CellToLatLng()),
        ];
        for (var i = 0; i < 4_000; i++)
        {
            var middle = i % 4 == 0
                ? oddPlaces[i / 4 % oddPlaces.Length]
                : new(double.RadiansToDegrees(Math.Asin((2 * random.NextDouble()) - 1)), (360 * random.NextDouble()) - 180);
            var box = Box(middle, halfM: 10 * Math.Pow(3_500, random.NextDouble()), random);
            if (HomeRanges.Around(box) is not { } ranges)
            {
                continue;
            }

            Assert.InRange(ranges.Count, 1, 300);
            Assert.Equal(ranges.OrderBy(range => range.Low), ranges);
            for (var draw = 0; draw < 200; draw++)
            {
                var home = (long)H3Index.LatLngToCell(Inside(box, draw, random), HomeResolution).Value;
                Assert.True(ranges.Any(range => home >= range.Low && home <= range.High), $"{box} misses {home:x}");
            }
        }
    }

    [Fact]
    public void The_ranges_of_a_box_hold_little_that_is_far_from_it()
    {
        var ranges = HomeRanges.Around(new(-84.40, 33.76, -84.37, 33.79))!;

        Assert.False(Holds(ranges, new(33.85, -84.385)));
        Assert.False(Holds(ranges, new(33.775, -84.30)));
    }

    [Theory]
    [InlineData(-180, -90, 180, 90)]
    [InlineData(-85, 33, -83, 35)]
    [InlineData(170, -1, -170, 1)]
    public void A_large_box_has_no_ranges(double west, double south, double east, double north) =>
        Assert.Null(HomeRanges.Around(new(west, south, east, north)));

    [Theory]
    [InlineData(-84.39, 33.78, -84.39, 33.78)]
    [InlineData(180, 5, 180, 5)]
    [InlineData(-180, 5, -180, 5)]
    [InlineData(-180, 90, 180, 90)]
    [InlineData(0, -90, 0, -90)]
    public void A_box_without_an_extent_has_ranges(double west, double south, double east, double north) =>
        Assert.True(Holds(HomeRanges.Around(new(west, south, east, north))!, new(south, west)));

    private static bool Holds(IReadOnlyList<(long Low, long High)> ranges, LatLng position)
    {
        var home = (long)H3Index.LatLngToCell(position, HomeResolution).Value;
        return ranges.Any(range => home >= range.Low && home <= range.High);
    }

    private static BoundingBox Box(LatLng middle, double halfM, Random random)
    {
        var northDeg = halfM / 111_000 * (0.1 + random.NextDouble());
        var eastDeg = Math.Min(179, halfM / 111_000 / Math.Max(1e-3, Math.Cos(double.DegreesToRadians(middle.LatDeg))) * (0.1 + random.NextDouble()));
        return new(
            Math.IEEERemainder(middle.LngDeg - eastDeg, 360), Math.Max(-90, middle.LatDeg - northDeg),
            Math.IEEERemainder(middle.LngDeg + eastDeg, 360), Math.Min(90, middle.LatDeg + northDeg));
    }

    /// <summary>The corners first, then anywhere.</summary>
    private static LatLng Inside(BoundingBox box, int draw, Random random)
    {
        var width = box.West <= box.East ? box.East - box.West : box.East - box.West + 360;
        var (up, right) = draw < 4 ? (draw / 2, draw % 2) : (random.NextDouble(), random.NextDouble());
        return new(box.South + (up * (box.North - box.South)), Math.IEEERemainder(box.West + (right * width), 360));
    }
}
