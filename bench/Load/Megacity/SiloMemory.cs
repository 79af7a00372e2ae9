using Canvass.Load.Grid;

namespace Canvass.Load.Megacity;

/// <summary>The memory of a silo process at a moment.</summary>
/// <param name="When">The moment.</param>
/// <param name="ResidentBytes">The resident set.</param>
/// <param name="HeapBytes">The managed heap after the last garbage collection; null if the process does not say.</param>
/// <param name="CommittedBytes">The memory that the garbage collector had committed then; null if the process does not say.</param>
internal sealed record SiloMemory(string When, double ResidentBytes, double? HeapBytes, double? CommittedBytes)
{
    /// <summary>Reads it.</summary>
    public static async Task<SiloMemory> ReadAsync(CityGrid grid, string when, CancellationToken cancellationToken)
    {
        var resident = grid.WorkingSetBytes;
        var page = await MetricsPage.ReadAsync(grid.Http, cancellationToken);
        return new(
            when, resident, page.Sum("dotnet_gc_last_collection_heap_size_bytes"),
            page.Sum("dotnet_gc_last_collection_memory_committed_size_bytes"));
    }
}
