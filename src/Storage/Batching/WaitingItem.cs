namespace Canvass.Storage.Batching;

/// <summary>An item that waits for its batch.</summary>
/// <param name="item">The item.</param>
/// <param name="row">The row that it writes; null where that does not matter.</param>
/// <param name="since">When it was handed in, as <see cref="TimeProvider.GetTimestamp"/> has it.</param>
internal sealed class WaitingItem<TItem, TResult>(TItem item, object? row, long since)
    : TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>The item.</summary>
    public TItem Item => item;

    /// <summary>The row that it writes.</summary>
    public object? Row => row;

    /// <summary>When it was handed in.</summary>
    public long Since => since;
}
