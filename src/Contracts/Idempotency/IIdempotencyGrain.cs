using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Idempotency;

/// <summary>Remembers for <see cref="IdempotencyKey.Kept"/> what commands created. Every silo answers for it; its key is <see cref="Key"/>.</summary>
[Alias("canvass.IIdempotencyGrain"), GrainInterfaceType("Canvass.Contracts.Idempotency.IIdempotencyGrain")]
public interface IIdempotencyGrain : IGrainWithStringKey
{
    /// <summary>The key of the grain.</summary>
    const string Key = "idem/all";

    /// <summary>Writes down, before anything is created, under which id a command creates. A repeat learns the id of the first call.</summary>
    /// <param name="key">The command's key.</param>
    /// <param name="fingerprint">A hash of the command's content.</param>
    /// <param name="proposedId">The id for the case that the key is new.</param>
    /// <exception cref="RefusedException">The key was used for a command of another content (<see cref="RefusalKind.Forbidden"/>).</exception>
    [Alias("Claim")]
    Task<IdempotencyClaim> ClaimAsync(IdempotencyKey key, string fingerprint, string proposedId);

    /// <summary>Writes down that it was created. Idempotent.</summary>
    /// <param name="key">The command's key.</param>
    /// <param name="id">The id that was claimed.</param>
    [Alias("Complete")]
    Task CompleteAsync(IdempotencyKey key, string id);
}
