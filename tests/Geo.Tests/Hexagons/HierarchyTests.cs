using Canvass.Geo.Hexagons;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class HierarchyTests
{
    [Fact]
    public void Children_have_the_cell_as_their_parent() =>
        Gen.Select(Draw.Cell(), Gen.Int[0, 3]).Sample((cell, finer) =>
        {
            var resolution = Math.Min(15, cell.Resolution + finer);
            var children = cell.CellToChildren(resolution);
            Assert.Equal(cell.CellToChildrenSize(resolution), children.Length);
            Assert.Equal(children.Order(), children);
            Assert.Equal(children.Length, children.Distinct().Count());
            Assert.All(children, child => Assert.True(child.IsValidCell && child.CellToParent(cell.Resolution) == cell));
            Assert.Contains(cell.CellToCenterChild(resolution), children);
        });

    [Fact]
    public void The_centre_child_has_the_same_centre() =>
        Draw.Cell(0, 14).Sample(cell =>
            H3Sphere.GreatCircleDistanceRads(cell.CellToLatLng(), cell.CellToCenterChild(15).CellToLatLng()) < 1e-14);

    [Fact]
    public void A_pentagon_has_six_children()
    {
        Assert.All(H3Index.GetPentagons(4), cell => Assert.Equal(6, cell.CellToChildren(5).Length));
        Assert.All(H3Index.GetPentagons(4), cell => Assert.Equal(cell.CellToChildren(8).Length, cell.CellToChildrenSize(8)));
    }

    [Fact]
    public void Uncompacting_a_compaction_gives_the_same_cells() =>
        Gen.Select(Draw.Cell(0, 12), Gen.Int[0, 12], Gen.Int[0, 3]).Sample((cell, k, every) =>
        {
            var cells = cell.GridDisk(k).Where((_, i) => every == 0 || i % (every + 2) != 0).ToArray();
            var compact = H3Index.CompactCells(cells);
            Assert.True(compact.Length <= cells.Length);
            Assert.Equal(cells.Order(), H3Index.UncompactCells(compact, cell.Resolution).Order());
        });

    [Fact]
    public void All_descendants_compact_to_the_cell() =>
        Draw.Cell(0, 11).Sample(cell => H3Index.CompactCells(cell.CellToChildren(cell.Resolution + 4)).SequenceEqual([cell]), iter: 30);

    [Fact]
    public void Nothing_compacts_to_nothing()
    {
        Assert.Empty(H3Index.CompactCells([]));
        Assert.Empty(H3Index.UncompactCells([], 9));
    }

    [Fact]
    public void Compaction_refuses_cells_given_twice_and_of_two_resolutions()
    {
        var cell = H3Index.Parse("8928308280fffff");
        Assert.Throws<ArgumentException>(() => H3Index.CompactCells([cell, cell]));
        Assert.Throws<ArgumentException>(() => H3Index.CompactCells([cell, cell.CellToParent(8)]));
    }

    [Fact]
    public void Resolutions_on_the_wrong_side_are_refused()
    {
        var cell = H3Index.Parse("8928308280fffff");
        Action[] uses =
        [
            () => cell.CellToParent(10), () => cell.CellToParent(-1), () => cell.CellToChildren(8), () => cell.CellToChildren(16),
            () => cell.CellToCenterChild(8), () => H3Index.UncompactCells([cell], 8), () => H3Index.UncompactCells([cell], 16),
        ];
        Assert.All(uses, use => Assert.Throws<ArgumentOutOfRangeException>(use));
        Assert.Throws<ArgumentException>(() => cell.CellToChildren(10, new H3Index[6]));
        Assert.Throws<ArgumentException>(() => H3Index.GetRes0Cells()[0].CellToChildren(15));
    }
}
