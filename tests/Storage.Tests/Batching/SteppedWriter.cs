namespace Canvass.Storage.Tests.Batching;

/// <summary>A database that ends a batch when it is told to. An item's result is ten times the item.</summary>
internal sealed class SteppedWriter
{
    private readonly Lock _gate = new();
    private readonly List<IReadOnlyList<int>> _batches = [];
    private readonly List<(int Batches, TaskCompletionSource Begun)> _awaited = [];
    private readonly Dictionary<int, int> _rows = [];
    private readonly SemaphoreSlim _finished = new(0);

    /// <summary>What is wrong with an item.</summary>
    public Func<int, Exception?> Spoils { get; set; } = _ => null;

    /// <summary>Whether two batches at a time held items with the same last digit.</summary>
    public bool WroteOneRowTwiceAtATime { get; private set; }

    /// <summary>The batches that have begun, in order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Batches
    {
        get
        {
            lock (_gate)
            {
                return [.. _batches];
            }
        }
    }

    public async Task<IReadOnlyList<int>> WriteAsync(IReadOnlyList<int> items)
    {
        lock (_gate)
        {
            foreach (var row in items.Select(item => item % 10))
            {
                _rows[row] = _rows.GetValueOrDefault(row) + 1;
                WroteOneRowTwiceAtATime |= _rows[row] > 1;
            }

            _batches.Add(items);
            foreach (var (_, begun) in _awaited.Where(wait => wait.Batches <= _batches.Count))
            {
                begun.TrySetResult();
            }
        }

        await _finished.WaitAsync();
        lock (_gate)
        {
            foreach (var item in items)
            {
                _rows[item % 10]--;
            }
        }

        return items.Select(Spoils).FirstOrDefault(fault => fault is not null) is { } spoilt
            ? throw spoilt
            : [.. items.Select(item => item * 10)];
    }

    /// <summary>Ends when so many batches have begun.</summary>
    public Task BegunAsync(int batches)
    {
        lock (_gate)
        {
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((batches, begun));
            if (_batches.Count >= batches)
            {
                begun.TrySetResult();
            }

            return begun.Task;
        }
    }

    /// <summary>Ends a batch.</summary>
    public void Finish() => _finished.Release();

    /// <summary>Lets every batch end from now on, and waits until the tasks are done, however they end.</summary>
    public async Task FinishAllAsync(IReadOnlyList<Task> tasks)
    {
        _finished.Release(1_000);
        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
    }
}
