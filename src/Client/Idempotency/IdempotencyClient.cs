using Canvass.Client.Connecting;
using Canvass.Contracts.Idempotency;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Idempotency;

/// <summary>Commands that create something once however often they are repeated.</summary>
public sealed class IdempotencyClient
{
    private readonly GrainSource _grains;

    internal IdempotencyClient(GrainSource grains) => _grains = grains;

    /// <summary>
    /// Creates something, unless the key's command has created it already. The id is durable before anything is created: after a crash
    /// in between, a repeat creates under the same id.
    /// </summary>
    /// <param name="key">The command's key.</param>
    /// <param name="fingerprint">A hash of the command's content.</param>
    /// <param name="proposedId">The id for the case that the key is new.</param>
    /// <param name="create">Creates under an id; idempotent.</param>
    /// <returns>The id under which it was created, by this call or by an earlier one of the last <see cref="IdempotencyKey.Kept"/>.</returns>
    /// <exception cref="RefusedException">The key was used for a command of another content.</exception>
    public async Task<string> CreateOnceAsync(IdempotencyKey key, string fingerprint, string proposedId, Func<string, Task> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        var known = _grains.Get<IIdempotencyGrain>(IIdempotencyGrain.Key);
        var claim = await known.ClaimAsync(key, fingerprint, proposedId).ConfigureAwait(false);
        if (!claim.IsComplete)
        {
            await create(claim.Id).ConfigureAwait(false);
            await known.CompleteAsync(key, claim.Id).ConfigureAwait(false);
        }

        return claim.Id;
    }
}
