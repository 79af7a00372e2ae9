using Canvass.Contracts.Idempotency;

namespace Canvass.Grains.Idempotency;

/// <summary>The idempotency keys of the last <see cref="IdempotencyKey.Kept"/>, one row a key, whichever silo wrote it.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IIdempotencyKeys
{
    /// <summary>Writes a key down unless it is known; older keys than are kept count as unknown, and are deleted little by little.</summary>
    /// <param name="key">The key.</param>
    /// <param name="entry">What to write; not complete.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>The known entry, or the given one if it was written.</returns>
    Task<IdempotencyEntry> ClaimAsync(IdempotencyKey key, IdempotencyEntry entry, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Marks a known key's entry as complete if it has this id; nothing happens otherwise.</summary>
    Task CompleteAsync(IdempotencyKey key, string id, CancellationToken cancellationToken);
}
