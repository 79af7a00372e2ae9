using Canvass.Grains.Storage;

namespace Canvass.Storage.Processes;

/// <summary>A database that holds processes.</summary>
internal interface IProcessBackend
{
    /// <summary>Commits of distinct processes, in one transaction.</summary>
    /// <returns>For each commit the state's new version (0 without a state); null if the stored version was another one: then nothing of that commit
    /// was written, and all others were.</returns>
    Task<IReadOnlyList<int?>> CommitAsync(IReadOnlyList<ProcessCommit> commits);

    /// <summary>The states of distinct processes; null for those that have none.</summary>
    Task<IReadOnlyList<StoredProcess?>> ReadAsync(IReadOnlyList<ProcessKey> keys);

    /// <summary>Whether a failure comes from what one commit says, so that the commits beside it can still be written.</summary>
    bool IsOfValues(Exception exception);
}
