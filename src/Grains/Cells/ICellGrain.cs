using Canvass.Contracts.Keys;
using Canvass.Grains.Boundary;
using Orleans.Concurrency;

namespace Canvass.Grains.Cells;

/// <summary>One hexagon of the grid; its key is a <see cref="CellKey"/>. Within the grid only: it knows every camera singly.</summary>
[Alias("canvass.ICellGrain"), GrainInterfaceType("Canvass.Grains.Cells.ICellGrain"), GridInternal]
internal interface ICellGrain : IGrainWithStringKey
{
    /// <summary>Which of its cameras see an area; answered from memory.</summary>
    [Alias("Ask"), ReadOnly]
    Task<CellAnswer> AskAsync(CellQuestion question);

    /// <summary>Takes in a camera, or its change.</summary>
    [Alias("Enter")]
    Task UpsertAsync(CellEntry entry);

    /// <summary>Takes out a camera that this cell no longer holds.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="revision">The revision with which it left, or its last one where it was deleted.</param>
    [Alias("Withdraw")]
    Task RemoveAsync(CameraKey camera, long revision);

    /// <summary>Says that many cameras may have changed: the cell compares itself with the registry before its next answer.</summary>
    [Alias("Doubt")]
    Task InvalidateAsync();
}
