namespace Canvass.Storage.Migrations;

/// <summary>Brings one kind of database to this version's schema.</summary>
internal interface IStorageMigrator
{
    /// <summary>Makes or migrates the database, and compares what was chosen at its creation with the settings.</summary>
    /// <exception cref="StorageException">The database, its schema or a setting cannot work: nothing was changed.</exception>
    Task MigrateAsync(CancellationToken cancellationToken);
}
