using Canvass.Storage.Postgres;

namespace Canvass.Storage;

/// <summary>The schema of the PostgreSQL database that <c>Canvass__Database</c> names: for processes that use it without migrating it at their
/// start, and for the command line.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class StorageSchema
{
    private readonly PostgresMigrator _migrator;

    internal StorageSchema(PostgresMigrator migrator) => _migrator = migrator;

    /// <summary>Which of the schema's steps were taken. Changes nothing.</summary>
    /// <exception cref="StorageException">The database is not reached, or its schema is not one of this version's.</exception>
    public async Task<SchemaStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var (applied, pending) = await _migrator.StatusAsync(cancellationToken);
        return new(
            [.. applied.Select(step => $"{step.Version:D4}_{step.Name}")],
            [.. pending.Select(step => step.ToString())]);
    }

    /// <summary>Takes the steps that are missing, all or none. What is chosen at a grid's creation is left to the first silo.</summary>
    /// <returns>The names of the steps that were taken.</returns>
    /// <exception cref="StorageException">The database is not reached, or cannot be migrated: nothing was changed.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        [.. (await _migrator.MigrateAsync(agreeOnGrid: false, cancellationToken)).Select(step => step.ToString())];

    /// <summary>Waits for a while until the database has this version's schema.</summary>
    /// <exception cref="StorageException">The database is not reached, or has another schema.</exception>
    public Task RequireAsync(CancellationToken cancellationToken) => _migrator.RequireAsync(cancellationToken);
}
