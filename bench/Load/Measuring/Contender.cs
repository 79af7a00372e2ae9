namespace Canvass.Load.Measuring;

/// <summary>Somebody who answers the same questions as others.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="AskAsync">Asks one question as one of several clients: the client's number, then the question's.</param>
internal sealed record Contender(string Name, Func<int, int, CancellationToken, Task> AskAsync)
{
    /// <summary>Waits after a block until all that it began is done; gets the timestamp at which the block began. Null: nothing is left to
    /// be done.</summary>
    public Func<long, CancellationToken, Task>? SettleAsync { get; init; }

    /// <summary>What its requests took.</summary>
    public Latencies Latencies { get; } = new();
}
