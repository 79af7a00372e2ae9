using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class GridTests
{
    [Fact]
    public void A_disk_without_pentagons_has_3k_times_k_plus_1_plus_1_cells() =>
        Gen.Select(Draw.Cell(), Gen.Int[0, 12]).Sample((cell, k) =>
        {
            var disk = cell.GridDisk(k);
            Assert.Equal(disk.Length, disk.Distinct().Count());
            Assert.Equal(cell, disk[0]);
            // A pentagon on the rim takes nothing away yet.
            var bent = cell.GridDisk(Math.Max(0, k - 1)).Any(inner => inner.IsPentagon) && k > 0;
            Assert.Equal(bent, disk.Length < H3Index.MaxGridDiskSize(k));
        });

    [Fact]
    public void A_disk_around_a_pentagon_has_five_sixths_of_the_cells()
    {
        for (var resolution = 2; resolution <= 15; resolution++)
        {
            Assert.All(H3Index.GetPentagons(resolution), cell => Assert.Equal(5 * 6 * 7 / 2 + 1, cell.GridDisk(6).Length));
        }
    }

    [Fact]
    public void A_disk_reaches_around_the_whole_sphere()
    {
        Assert.All(H3Index.GetRes0Cells(), cell => Assert.Equal(122, cell.GridDisk(12).Distinct().Count()));
        Assert.All(H3Index.GetRes0Cells(), cell => Assert.Empty(cell.GridRing(12)));
    }

    [Fact]
    public void Rings_make_up_the_disk_in_its_order() =>
        Gen.Select(Draw.Cell(), Gen.Int[0, 7]).Sample((cell, k) =>
        {
            var disk = cell.GridDisk(k);
            var at = 0;
            for (var ring = 0; ring <= k; ring++)
            {
                var cells = cell.GridRing(ring);
                Assert.Equal(cells.Order(), disk[at..(at + cells.Length)].Order());
                at += cells.Length;
            }

            Assert.Equal(disk.Length, at);
        });

    [Fact]
    public void Neighbours_are_neighbours_of_each_other() =>
        Draw.Cell().Sample(cell =>
        {
            var ring = cell.GridRing(1);
            Assert.Equal(cell.IsPentagon ? 5 : 6, ring.Length);
            Assert.All(ring, other => Assert.True(cell.AreNeighborCells(other) && other.AreNeighborCells(cell)));
            Assert.All(ring, other => Assert.Contains(cell, other.GridRing(1)));
            Assert.All(cell.GridRing(2), other => Assert.False(cell.AreNeighborCells(other)));
            Assert.False(cell.AreNeighborCells(cell));
        });

    [Fact]
    public void The_grid_distance_is_the_number_of_steps_where_no_pentagon_is_near()
    {
        var pentagons = H3Index.GetPentagons(0).Select(pentagon => pentagon.BaseCellNumber).ToHashSet();

        // In coarser resolutions so many steps may lead beyond the neighbouring base cell.
        Gen.Select(Draw.Cell(4), Gen.Int[0, 9]).Sample((cell, k) =>
        {
            if (cell.GridDisk(k + 1).Length != H3Index.MaxGridDiskSize(k + 1))
            {
                return;
            }

            foreach (var other in cell.GridRing(k))
            {
                // Within the base cell of a pentagon some directions have no answer, however far the pentagon is.
                var answers = cell.TryGridDistance(other, out var distance);
                Assert.True(answers || pentagons.Contains(cell.BaseCellNumber) || pentagons.Contains(other.BaseCellNumber));
                Assert.True(!answers || distance == k);
            }
        });
    }

    [Fact]
    public void Cells_too_far_apart_have_no_grid_distance()
    {
        var here = H3Index.LatLngToCell(new LatLng(33.75, -84.39), 9);
        var there = H3Index.LatLngToCell(new LatLng(-33.75, 95), 9);
        Assert.False(here.TryGridDistance(there, out _));
        Assert.Contains(there.ToString(), Assert.Throws<ArgumentException>(() => here.GridDistance(there)).Message);
    }

    [Fact]
    public void Cells_of_two_resolutions_are_not_compared()
    {
        var cell = H3Index.Parse("8928308280fffff");
        Assert.Throws<ArgumentException>(() => cell.AreNeighborCells(cell.CellToParent(8)));
        Assert.Throws<ArgumentException>(() => cell.TryGridDistance(cell.CellToParent(8), out _));
        Assert.Throws<ArgumentException>(() => cell.EdgeLengthM(cell));
    }

    [Fact]
    public void Distances_below_0_and_spans_too_short_are_refused()
    {
        var cell = H3Index.Parse("8928308280fffff");
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.GridDisk(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.GridRing(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.GridDisk(1_000_000));
        Assert.Throws<ArgumentException>(() => cell.GridDisk(2, new H3Index[18]));
        Assert.Throws<ArgumentException>(() => cell.GridRing(2, new H3Index[11]));
        Assert.Throws<ArgumentException>(() => cell.CellToBoundary(new LatLng[9]));
    }
}
