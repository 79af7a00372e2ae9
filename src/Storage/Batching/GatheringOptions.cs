namespace Canvass.Storage.Batching;

/// <summary>How a <see cref="Gathering{TItem, TResult}"/> gathers.</summary>
internal sealed record GatheringOptions
{
    /// <summary>How much one batch carries at most.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How many batches are under way at a time. The second goes while the first waits for the database.</summary>
    public int Flights { get; init; } = 2;

    /// <summary>How many items may wait; further ones are refused.</summary>
    public int Capacity { get; init; } = 10_000;
}
