using Canvass.Contracts.Refusals;
using Canvass.Storage.Telemetry;

namespace Canvass.Storage.Batching;

/// <summary>
/// Writes or reads what many callers hand in as few transactions: the first item goes at once, and whatever gathers while a batch is under way goes
/// together in the next. A caller is told its result when its item's transaction has ended, and never before.
/// </summary>
/// <remarks>Thread-safe. Items of one row are written in the order in which they were handed in.</remarks>
/// <param name="batch">What is done with items.</param>
/// <param name="options">How they are gathered.</param>
/// <param name="meter">Where batches are counted; null: nowhere.</param>
/// <param name="time">By which waiting is measured.</param>
internal sealed class Batcher<TItem, TResult>(Batch<TItem, TResult> batch, BatcherOptions options, StorageMeter? meter, TimeProvider time)
    : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<WaitingItem<TItem, TResult>> _waiting = [];
    private readonly HashSet<object> _rowsInProgress = [];
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _closed;

    /// <summary>Hands in an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Gives up: an item whose batch has not begun is not written; of any other the outcome is unknown.</param>
    /// <returns>Its result, once it is committed.</returns>
    /// <exception cref="GridUnavailableException">Too many wait already: the item was not taken in.</exception>
    public Task<TResult> SubmitAsync(TItem item, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        var waiting = new WaitingItem<TItem, TResult>(item, batch.Row?.Invoke(item), time.GetTimestamp());
        bool starts;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_waiting.Count >= options.Capacity)
            {
                throw new GridUnavailableException("More is being asked of the grid's database than it takes in: repeat the request, which is safe.", false);
            }

            _waiting.AddLast(waiting);
            starts = _running < options.MaxConcurrentBatches;
            _running += starts ? 1 : 0;
        }

        if (starts)
        {
            Start();
        }

        return cancellationToken.CanBeCanceled ? CancelledByAsync(waiting, cancellationToken) : waiting.Task;
    }

    /// <summary>Takes in nothing more, and ends when everything that was taken in is written or has failed.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_running == 0)
            {
                _drained.TrySetResult();
            }
        }

        await _drained.Task;
    }

    private static async Task<TResult> CancelledByAsync(WaitingItem<TItem, TResult> waiting, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((WaitingItem<TItem, TResult>)state!).TrySetCanceled(token), waiting);
        return await waiting.Task;
    }

    /// <summary>Starts running batches, outside of any item's context: neither in a grain's turn nor in a request's trace.</summary>
    private void Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(RunBatchesAsync);
        }
    }

    private async Task RunBatchesAsync()
    {
        while (TakeBatch() is { Count: > 0 } items)
        {
            foreach (var waiting in items)
            {
                meter?.RowWaited(time.GetElapsedTime(waiting.Since));
            }

            await RunBatchAsync(items);
            lock (_gate)
            {
                foreach (var waiting in items)
                {
                    if (waiting.Row is { } row)
                    {
                        _rowsInProgress.Remove(row);
                    }
                }
            }
        }
    }

    /// <summary>Takes the next batch; an empty one if there is nothing to take. An item that waits for a row in progress is taken after the batch
    /// with that row.</summary>
    private List<WaitingItem<TItem, TResult>> TakeBatch()
    {
        List<WaitingItem<TItem, TResult>> items = [];
        var size = 0;
        lock (_gate)
        {
            for (var node = _waiting.First; node is not null && size < options.BatchSize;)
            {
                var (next, waiting) = (node.Next, node.Value);
                if (waiting.Task.IsCompleted)
                {
                    _waiting.Remove(node);
                }
                else if (waiting.Row is not { } row || _rowsInProgress.Add(row))
                {
                    size += batch.Size(waiting.Item);
                    if (items.Count > 0 && size > options.BatchSize)
                    {
                        if (waiting.Row is { } left)
                        {
                            _rowsInProgress.Remove(left);
                        }

                        break;
                    }

                    _waiting.Remove(node);
                    items.Add(waiting);
                }

                node = next;
            }

            if (items.Count == 0 && --_running == 0 && _closed)
            {
                _drained.TrySetResult();
            }
        }

        return items;
    }

    /// <summary>Writes a batch; where one item's value spoils it, halves it until that item stands alone.</summary>
    private async Task RunBatchAsync(List<WaitingItem<TItem, TResult>> items)
    {
        try
        {
            var begun = time.GetTimestamp();
            var results = await batch.RunAsync([.. items.Select(waiting => waiting.Item)]);
            meter?.BatchWritten(items.Count, time.GetElapsedTime(begun));
            for (var i = 0; i < items.Count; i++)
            {
                items[i].TrySetResult(results[i]);
            }
        }
        catch (Exception exception) when (items.Count > 1 && batch.IsOfAnItem(exception))
        {
            var half = items.Count / 2;
            await RunBatchAsync(items[..half]);
            await RunBatchAsync(items[half..]);
        }
        catch (Exception exception)
        {
            foreach (var waiting in items)
            {
                waiting.TrySetException(exception);
            }
        }
    }
}
