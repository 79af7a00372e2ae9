using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class AllocationTests
{
    private static readonly LatLng Somewhere = new(33.75, -84.39);

    [Fact]
    public void Cells_and_their_centres_allocate_nothing() =>
        AllocatesNothing(() => H3Index.LatLngToCell(Somewhere, 9).CellToParent(8).CellToCenterChild(10).CellToLatLng());

    [Fact]
    public void Boundaries_written_to_a_span_allocate_nothing()
    {
        var corners = new LatLng[H3Index.MaxBoundaryCorners];
        var cell = H3Index.LatLngToCell(Somewhere, 9);
        AllocatesNothing(() => cell.CellToBoundary(corners));
    }

    [Fact]
    public void Children_disks_and_rings_written_to_a_span_allocate_nothing()
    {
        var cells = new H3Index[343];
        var cell = H3Index.LatLngToCell(Somewhere, 9);
        AllocatesNothing(() => cell.CellToChildren(12, cells) + cell.GridDisk(7, cells) + cell.GridRing(7, cells));
    }

    [Fact]
    public void A_disk_around_a_pentagon_written_to_a_span_allocates_nothing()
    {
        var cells = new H3Index[169];
        var cell = H3Index.GetPentagons(9)[5];
        AllocatesNothing(() => cell.GridDisk(7, cells));
    }

    [Fact]
    public void Distances_neighbours_and_measures_allocate_nothing()
    {
        var cell = H3Index.LatLngToCell(Somewhere, 9);
        var other = cell.GridRing(1)[0];
        AllocatesNothing(() =>
            cell.GridDistance(other) + cell.EdgeLengthM(other) + cell.CellAreaM2() + (cell.AreNeighborCells(other) ? 1 : 0));
    }

    [Fact]
    public void A_cover_written_to_a_span_allocates_nothing()
    {
        var cells = new H3Index[CircleCover.MaxCellCount(2000, 9)];
        AllocatesNothing(() => CircleCover.Write(Somewhere, 2000, 9, cells));
    }

    private static void AllocatesNothing<T>(Func<T> use)
    {
        use();
        var before = GC.GetAllocatedBytesForCurrentThread();
        use();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
