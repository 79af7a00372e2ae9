namespace Canvass.Storage.Batching;

/// <summary>What a <see cref="Batcher{TItem, TResult}"/> gathers, and what is done with it.</summary>
/// <param name="RunAsync">Writes or reads items in one transaction; answers their results, in their order.</param>
/// <typeparam name="TItem">An item.</typeparam>
/// <typeparam name="TResult">What whoever handed it in is told.</typeparam>
internal sealed record Batch<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> RunAsync)
{
    /// <summary>Names the row that an item writes: of items of one row, the next is written when the one before it is. Null, the default:
    /// <see cref="RunAsync"/> itself deals with items of one row.</summary>
    public Func<TItem, object>? Row { get; init; }

    /// <summary>How much of a batch's room an item takes.</summary>
    public Func<TItem, int> Size { get; init; } = static _ => 1;

    /// <summary>Whether a failure comes from what an item says, so that the items beside it may yet be written.</summary>
    public Func<Exception, bool> IsOfAnItem { get; init; } = static _ => false;
}
