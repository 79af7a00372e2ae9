using Canvass.Contracts.Idempotency;
using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Grains.Idempotency;

/// <summary>Answers for <see cref="IIdempotencyKeys"/>. It holds nothing itself, so that every silo answers from an activation of its own.</summary>
[GrainType("canvass.idempotency"), StatelessWorker, Reentrant]
internal sealed class IdempotencyGrain(IIdempotencyKeys keys, TimeProvider time) : Grain, IIdempotencyGrain
{
    /// <inheritdoc/>
    public async Task<IdempotencyClaim> ClaimAsync(IdempotencyKey key, string fingerprint, string proposedId)
    {
        var entry = await keys.ClaimAsync(key, new(fingerprint, proposedId, IsComplete: false), time.GetUtcNow(), CancellationToken.None);
        if (entry.Fingerprint == fingerprint)
        {
            return new(entry.Id, entry.IsComplete);
        }

        var errors = new FieldErrors();
        errors.Add(
            IdempotencyKey.Header,
            $"'{key.Value}' was used with another body in the last {IdempotencyKey.Kept.TotalHours} h: give every new command a key of its own, "
            + "and repeat a command with the same body.");
        throw new RefusedException(RefusalKind.Forbidden, "The key was used with another body.", errors.ToDictionary());
    }

    /// <inheritdoc/>
    public Task CompleteAsync(IdempotencyKey key, string id) => keys.CompleteAsync(key, id, CancellationToken.None);
}
