namespace Canvass.Storage.Batching;

/// <summary>How a <see cref="Batcher{TItem, TResult}"/> gathers.</summary>
internal sealed record BatcherOptions
{
    /// <summary>How much one batch carries at most.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How many batches are under way at a time. The second goes while the first waits for the database.</summary>
    public int MaxConcurrentBatches { get; init; } = 2;

    /// <summary>How many items may wait; further ones are refused.</summary>
    public int Capacity { get; init; } = 10_000;
}
