using Canvass.Storage.Migrations;

namespace Canvass.Storage;

/// <summary>
/// Brings the database to this version's schema. The silo does it by itself, in the first stage of its life cycle; a host that awaits it
/// before it starts the silo shows its refusals as what they are.
/// </summary>
/// <remarks>Thread-safe; the work is done once, by whoever comes first.</remarks>
public sealed class StorageMigration : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IStorageMigrator _migrator;
    private bool _done;

    internal StorageMigration(IStorageMigrator migrator) => _migrator = migrator;

    /// <summary>Makes or migrates the database; nothing where that is done already.</summary>
    /// <exception cref="StorageException">The database cannot be used; the message says why and what to do.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_done)
            {
                await _migrator.MigrateAsync(cancellationToken);
                _done = true;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
