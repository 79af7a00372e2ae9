using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;

namespace Canvass.Grains.Owners;

/// <summary>The asks, one row each. They are written by commits (<see cref="PutAsk"/>, <see cref="EndAsks"/>).</summary>
/// <remarks>Thread-safe.</remarks>
public interface IAskTable
{
    /// <summary>An owner's pending asks, and those that were delivered since a moment, in no order.</summary>
    Task<IReadOnlyList<Ask>> RecentAsync(OwnerKey owner, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The owners who were asked about an incident, by any of its canvasses.</summary>
    Task<IReadOnlyList<OwnerKey>> AskedAsync(IncidentKey incident, CancellationToken cancellationToken);

    /// <summary>The pending asks of a canvass, the earliest due first.</summary>
    Task<IReadOnlyList<Ask>> PendingAsync(CanvassKey canvass, CancellationToken cancellationToken);

    /// <summary>How many asks of a canvass are open, and when the first of them expires; null if none is open.</summary>
    Task<OpenAsks> OpenAsync(CanvassKey canvass, CancellationToken cancellationToken);

    /// <summary>Deletes asks that ended before a moment.</summary>
    /// <returns>How many they were.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
