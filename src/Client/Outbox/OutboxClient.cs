using Canvass.Client.Connecting;
using Canvass.Contracts.Outbox;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Outbox;

/// <summary>The outbox of a grid, for operators.</summary>
public sealed class OutboxClient
{
    private readonly GrainSource _grains;

    internal OutboxClient(GrainSource grains) => _grains = grains;

    /// <summary>Messages that are not delivered yet, those that failed most first.</summary>
    /// <param name="parkedOnly">Only those that are parked.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <exception cref="RefusedException">The limit is out of range.</exception>
    public Task<IReadOnlyList<OutboxEntry>> ListAsync(bool parkedOnly = false, int limit = 100) => Outbox.ListAsync(parkedOnly, limit);

    /// <summary>Makes parked messages due at once.</summary>
    /// <param name="id">Which one; null for all.</param>
    /// <returns>How many they were.</returns>
    public Task<int> RetryAsync(Guid? id = null) => Outbox.RetryAsync(id);

    private IOutboxGrain Outbox => _grains.Get<IOutboxGrain>(IOutboxGrain.Key);
}
