using System.Buffers;

namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The most cells within a grid distance: 3k(k + 1) + 1. Where pentagons are near there are fewer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is below 0.</exception>
    public static long MaxGridDiskSize(int k)
    {
        CheckDistance(k);
        return 3L * k * (k + 1L) + 1;
    }

    /// <summary>The most cells at exactly a grid distance: 6k, or 1 at 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is below 0.</exception>
    public static long MaxGridRingSize(int k)
    {
        CheckDistance(k);
        return Math.Max(1, 6L * k);
    }

    /// <summary>All cells within a grid distance, nearer ones first and the cell itself foremost.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is below 0 or too large for an array.</exception>
    public H3Index[] GridDisk(int k)
    {
        var cells = NewArray(MaxGridDiskSize(k), k);
        var count = GridDisk(k, cells);
        return count == cells.Length ? cells : cells[..count];
    }

    /// <summary>Writes all cells within a grid distance, nearer ones first, and allocates nothing.</summary>
    /// <param name="k">The distance in cells, from 0.</param>
    /// <param name="cells">Room for <see cref="MaxGridDiskSize"/>.</param>
    /// <returns>The number of cells.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or the room is too small.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is below 0.</exception>
    public int GridDisk(int k, Span<H3Index> cells)
    {
        CheckRoom(cells.Length, MaxGridDiskSize(k), nameof(cells));
        return GridWalk.Disk(Checked(), k, GridWalk.Bits(cells)).Count;
    }

    /// <summary>The cells at exactly a grid distance.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is below 0 or too large for an array.</exception>
    public H3Index[] GridRing(int k)
    {
        var cells = NewArray(MaxGridRingSize(k), k);
        var count = GridRing(k, cells);
        return count == cells.Length ? cells : cells[..count];
    }

    /// <summary>Writes the cells at exactly a grid distance.</summary>
    /// <remarks>Allocates nothing, but rents an array for the whole disk where a pentagon is near.</remarks>
    /// <param name="k">The distance in cells, from 0.</param>
    /// <param name="cells">Room for <see cref="MaxGridRingSize"/>.</param>
    /// <returns>The number of cells.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or the room is too small.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is below 0.</exception>
    public int GridRing(int k, Span<H3Index> cells)
    {
        CheckRoom(cells.Length, MaxGridRingSize(k), nameof(cells));
        var origin = Checked();
        if (k == 0)
        {
            cells[0] = this;
            return 1;
        }

        if (GridWalk.TryRing(origin, k, GridWalk.Bits(cells)))
        {
            return 6 * k;
        }

        var disk = ArrayPool<ulong>.Shared.Rent(checked((int)MaxGridDiskSize(k)));
        try
        {
            var (count, inner) = GridWalk.Disk(origin, k, disk);
            disk.AsSpan(inner, count - inner).CopyTo(GridWalk.Bits(cells));
            return count - inner;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(disk);
        }
    }

    /// <summary>Whether two cells share an edge. A cell is no neighbour of itself.</summary>
    /// <exception cref="ArgumentException">One of the two is not a cell, or their resolutions differ.</exception>
    public bool AreNeighborCells(H3Index other)
    {
        var origin = Checked();
        var bits = other.Checked();
        CheckSameResolution(other);
        for (var direction = 1; direction <= 6; direction++)
        {
            var turns = 0;
            if (Neighbours.Step(origin, direction, ref turns) == bits)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckSameResolution(H3Index other)
    {
        if (other.Resolution != Resolution)
        {
            throw new ArgumentException(
                $"{this} is of resolution {Resolution} and {other} of {other.Resolution}; compare cells of one resolution.", nameof(other));
        }
    }

    private static void CheckDistance(int k) => ArgumentOutOfRangeException.ThrowIfNegative(k);

    private static H3Index[] NewArray(long size, int k) => size <= Array.MaxLength
        ? new H3Index[size]
        : throw new ArgumentOutOfRangeException(
            nameof(k), k, $"That is {size} cells, more than an array holds; ask for a smaller distance.");
}
