using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class CellTests
{
    [Fact]
    public void The_centre_of_a_cell_lies_in_it() =>
        Draw.Cell().Sample(cell => H3Index.LatLngToCell(cell.CellToLatLng(), cell.Resolution) == cell);

    [Fact]
    public void The_text_of_a_cell_reads_as_the_cell() =>
        Draw.Cell().Sample(cell =>
            H3Index.TryParse(cell.ToString(), out var read) && read == cell && H3Index.Parse(cell.ToString().ToUpperInvariant()) == cell);

    [Fact]
    public void Points_between_centre_and_corners_lie_in_the_cell() =>
        Draw.Cell().Sample(cell =>
        {
            var centre = cell.CellToLatLng();
            foreach (var corner in cell.CellToBoundary())
            {
                var lng = corner.LngDeg - 360 * Math.Round((corner.LngDeg - centre.LngDeg) / 360);
                var near = new LatLng(centre.LatDeg + 0.9 * (corner.LatDeg - centre.LatDeg), centre.LngDeg + 0.9 * (lng - centre.LngDeg));
                // Straight lines on the map bend too much in large cells and near the poles.
                Assert.True(cell.Resolution < 4 || Math.Abs(centre.LatDeg) > 80 || H3Index.LatLngToCell(near, cell.Resolution) == cell);
            }
        });

    [Fact]
    public void Every_resolution_has_twelve_pentagons()
    {
        for (var resolution = 0; resolution <= H3Index.MaxResolution; resolution++)
        {
            var pentagons = H3Index.GetPentagons(resolution);
            Assert.Equal(12, pentagons.Distinct().Count());
            Assert.All(pentagons, cell => Assert.True(cell.IsPentagon && cell.Resolution == resolution && cell.IsValidCell));
            Assert.All(pentagons, cell => Assert.Equal(cell.IsResClassIII ? 10 : 5, cell.CellToBoundary().Length));
        }
    }

    [Fact]
    public void The_cells_of_a_resolution_cover_the_sphere()
    {
        for (var resolution = 0; resolution <= 3; resolution++)
        {
            var cells = H3Index.UncompactCells(H3Index.GetRes0Cells(), resolution);
            Assert.Equal(H3Index.GetNumCells(resolution), cells.Distinct().Count());
            Assert.Equal(4 * Math.PI, cells.Sum(cell => cell.CellAreaRads2()), 1e-9);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 8928308280fffff")]
    [InlineData("0x8928308280fffff")]
    [InlineData("8928308280ffffg")]
    [InlineData("128928308280fffff0")]
    [InlineData("0")]
    [InlineData("ffffffffffffffff")]
    [InlineData("8928308280ffff0")] // digits beyond the resolution
    [InlineData("89283470803ffff7")] // too long
    [InlineData("1928308280fffff")] // mode 3 of 4
    [InlineData("88f5fffffffffff")] // base cell 122
    [InlineData("81083ffffffffff8")]
    [InlineData("81087ffffffffff")] // the missing child of a pentagon
    [InlineData("8f2830828ffffff")] // unused digits within the resolution
    [InlineData("115283473fffffff")] // an edge
    public void Text_that_is_no_cell_is_refused(string text)
    {
        Assert.False(H3Index.TryParse(text, out var cell));
        Assert.Equal(default, cell);
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => H3Index.Parse(text)).Message);
    }

    [Fact]
    public void Null_is_no_cell()
    {
        Assert.False(H3Index.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => H3Index.Parse(null!));
    }

    [Theory]
    [InlineData(double.NaN, 0, 9)]
    [InlineData(0, double.PositiveInfinity, 9)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, 16)]
    public void A_position_that_is_none_and_a_resolution_that_is_none_are_refused(double lat, double lng, int resolution) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Index.LatLngToCell(new LatLng(lat, lng), resolution));

    [Fact]
    public void Bits_that_are_no_cell_are_refused_by_what_needs_a_cell()
    {
        var none = new H3Index(42);
        var some = H3Index.Parse("8928308280fffff");
        Action[] uses =
        [
            () => none.CellToLatLng(), () => none.CellToBoundary(), () => none.CellToParent(0), () => none.CellToCenterChild(15),
            () => none.CellToChildren(15), () => none.GridDisk(1), () => none.GridRing(1), () => none.GridDistance(some),
            () => some.GridDistance(none), () => some.AreNeighborCells(none), () => none.CellAreaKm2(),
            () => H3Index.CompactCells([none]), () => H3Index.UncompactCells([none], 9),
        ];
        Assert.All(uses, use => Assert.Contains("2a is not an H3 cell", Assert.Throws<ArgumentException>(use).Message));
    }
}
