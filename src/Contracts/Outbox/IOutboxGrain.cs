using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Contracts.Outbox;

/// <summary>The outbox of the grid, for operators. Stateless; its key is <see cref="Key"/>.</summary>
[Alias("canvass.IOutboxGrain"), GrainInterfaceType("Canvass.Contracts.Outbox.IOutboxGrain")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>The key of the one outbox.</summary>
    const string Key = "outbox/all";

    /// <summary>Messages that are not delivered yet, those that failed most first.</summary>
    /// <param name="parkedOnly">Only those that are parked.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <exception cref="RefusedException">The limit is out of range.</exception>
    [Alias("List"), ReadOnly]
    Task<IReadOnlyList<OutboxEntry>> ListAsync(bool parkedOnly, int limit);

    /// <summary>Makes parked messages due at once.</summary>
    /// <param name="id">Which one; null for all.</param>
    /// <returns>How many they were.</returns>
    [Alias("Retry")]
    Task<int> RetryAsync(Guid? id);
}
