namespace Canvass.Storage;

/// <summary>Migrates the database in the first stage of the silo's life cycle, before the providers that read from it begin.</summary>
internal sealed class StorageStartup(StorageMigration migration) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(nameof(StorageStartup), ServiceLifecycleStage.First, migration.MigrateAsync);
}
