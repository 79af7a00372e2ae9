using Canvass.Contracts.Outbox;

namespace Canvass.Grains.Outbox;

/// <summary>The outbox: one row for every message that left a transaction and has not been delivered. Rows are written by commits
/// (<see cref="Enqueue"/>, <see cref="Complete"/>); this is the dispatcher's and the operator's side.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IOutbox
{
    /// <summary>Claims messages that are due and that nobody else has, the longest due first.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="lease">For how long they are claimed.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Puts a claimed message off; nothing if another dispatcher has claimed it since.</summary>
    /// <param name="message">The message, with the lease under which it was claimed.</param>
    /// <param name="notBefore">The next moment of delivery; null parks it until an operator retries it.</param>
    /// <param name="error">The kind of the failure; null if it did not fail.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    Task PutOffAsync(OutboxMessage message, DateTimeOffset? notBefore, string? error, CancellationToken cancellationToken);

    /// <summary>Messages in the outbox, those that failed most first.</summary>
    /// <param name="parkedOnly">Only those that are parked.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<OutboxEntry>> ListAsync(bool parkedOnly, int limit, CancellationToken cancellationToken);

    /// <summary>Makes parked messages due at once.</summary>
    /// <param name="id">Which one; null for all.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    /// <returns>How many they were.</returns>
    Task<int> RetryAsync(Guid? id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How full the outbox is.</summary>
    Task<OutboxLevel> MeasureAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
