using System.Globalization;
using Canvass.Contracts.Outbox;
using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Grains.Outbox;

/// <summary>The operators' way to the outbox; holds nothing.</summary>
[StatelessWorker, GrainType("canvass.outbox")]
internal sealed class OutboxGrain(IOutbox outbox, TimeProvider time) : Grain, IOutboxGrain
{
    private const int MaxLimit = 1_000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxEntry>> ListAsync(bool parkedOnly, int limit)
    {
        var errors = new FieldErrors();
        errors.Require(limit is >= 1 and <= MaxLimit, "limit", string.Create(CultureInfo.InvariantCulture, $"{limit} is out of range: give 1 to {MaxLimit}."));
        errors.ThrowIfAny();
        return outbox.ListAsync(parkedOnly, limit, CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task<int> RetryAsync(Guid? id) => outbox.RetryAsync(id, time.GetUtcNow(), CancellationToken.None);
}
