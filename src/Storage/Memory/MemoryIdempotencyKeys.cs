using Canvass.Contracts.Idempotency;
using Canvass.Grains.Idempotency;

namespace Canvass.Storage.Memory;

/// <summary>Idempotency keys that are forgotten with their process; for tests and trials. Thread-safe.</summary>
public sealed class MemoryIdempotencyKeys : IIdempotencyKeys
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IdempotencyKey, (IdempotencyEntry Entry, DateTimeOffset At)> _keys = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _keys.Count;
            }
        }
    }

    /// <inheritdoc/>
    public Task<IdempotencyEntry> ClaimAsync(
        IdempotencyKey key, IdempotencyEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            foreach (var old in _keys.Where(row => row.Value.At < now - IdempotencyKey.Kept).Select(row => row.Key).ToArray())
            {
                _keys.Remove(old);
            }

            _keys.TryAdd(key, (entry, now));
            return Task.FromResult(_keys[key].Entry);
        }
    }

    /// <inheritdoc/>
    public Task CompleteAsync(IdempotencyKey key, string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_keys.TryGetValue(key, out var known) && known.Entry.Id == id)
            {
                _keys[key] = (known.Entry with { IsComplete = true }, known.At);
            }
        }

        return Task.CompletedTask;
    }
}
