namespace Canvass.Grains.Storage;

/// <summary>Where processes (incidents, canvasses, owners) keep their state and everything that a command writes beside it. The states are rows in
/// the format of Microsoft.Orleans.Persistence.AdoNet.</summary>
/// <remarks>Thread-safe. Commits of many grains at a time share a transaction; a conflict of one of them fails that one alone.</remarks>
public interface IProcessStore
{
    /// <summary>A process' state; null if there is none.</summary>
    Task<StoredProcess?> ReadAsync(ProcessKey key, CancellationToken cancellationToken);

    /// <summary>Writes a state and its effects in one transaction. When it returns, they are durable.</summary>
    /// <returns>The state's new version (0 without a state); null if the stored version is another than the writer's: then neither the state nor
    /// any effect was written.</returns>
    Task<int?> CommitAsync(ProcessCommit commit, CancellationToken cancellationToken);
}
