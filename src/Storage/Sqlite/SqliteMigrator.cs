using System.Globalization;
using Canvass.Grains.Settings;
using Canvass.Storage.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Storage.Sqlite;

/// <summary>Brings the embedded database to this version's schema: everything that is missing in one transaction, or nothing.</summary>
internal sealed class SqliteMigrator(
    SqliteDatabase database, MigrationSet migrations, IEnumerable<ISqliteDataStep> steps, IOptions<GridOptions> grid, TimeProvider time, ILogger<SqliteMigrator> logger)
    : IStorageMigrator
{
    /// <summary>Marks the file as Canvass' in its header: "CNVS".</summary>
    private const long ApplicationId = 0x434E5653;

    /// <inheritdoc/>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        database.Acquire();
        await UseWriteAheadLogAsync(cancellationToken);
        var applied = await database.WriteAsync(Migrate, cancellationToken);
        foreach (var migration in applied)
        {
            StorageLog.MigrationApplied(logger, migration.Version, migration.Name);
        }

        StorageLog.DatabaseReady(logger, database.FilePath, migrations.Migrations.Count, grid.Value.CellResolution);
    }

    private async Task UseWriteAheadLogAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = (SqliteConnection)await database.Writers.OpenConnectionAsync(cancellationToken);
            RefuseForeignFile(connection);
            using var command = connection.Command("PRAGMA journal_mode = WAL;");
            if (command.ExecuteScalar() as string != "wal")
            {
                throw new StorageException($"The file system of '{database.DataDirectory}' offers no write-ahead logging: set "
                    + "Canvass__DataDirectory to a local disk.");
            }
        }
        catch (SqliteException exception) when (SqliteFault.Explain(exception, database.FilePath) is { } explained)
        {
            throw explained;
        }
    }

    private void RefuseForeignFile(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT (SELECT count(*) FROM sqlite_schema), application_id FROM pragma_application_id;");
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.GetInt64(0) > 0 && reader.GetInt64(1) != ApplicationId)
        {
            throw new StorageException($"The database '{database.FilePath}' belongs to another program: move it away, or set "
                + "Canvass__DataDirectory to another directory.");
        }
    }

    private IReadOnlyList<Migration> Migrate(SqliteConnection connection)
    {
        Execute(connection, $"""
            PRAGMA application_id = {ApplicationId};
            CREATE TABLE IF NOT EXISTS schema_migration
            (
                version    INTEGER NOT NULL PRIMARY KEY,
                name       TEXT    NOT NULL,
                checksum   TEXT    NOT NULL,
                applied_at TEXT    NOT NULL
            );
            """);
        using var read = connection.Command("SELECT version, name, checksum FROM schema_migration ORDER BY version;");
        var applied = read.ReadAll(row => new AppliedMigration(row.GetInt32(0), row.GetString(1), row.GetString(2)));
        var pending = migrations.Pending(applied, database.FilePath);
        var now = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        using var record = connection.Command(
            "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES ($version, $name, $checksum, $now);",
            "$version", "$name", "$checksum", "$now");
        foreach (var migration in pending)
        {
            Execute(connection, migration.Sql);
            foreach (var step in steps.Where(step => step.Migration == migration.Name))
            {
                step.Run(connection, time.GetUtcNow());
            }

            record.Bind(migration.Version, migration.Name, migration.Checksum, now).ExecuteNonQuery();
        }

        AgreeOnCellResolution(connection, now);
        return pending;
    }

    private void AgreeOnCellResolution(SqliteConnection connection, string now)
    {
        var wanted = grid.Value.CellResolution;
        if (wanted is < 7 or > 9)
        {
            throw new StorageException($"Canvass__CellResolution is {wanted}: give 7, 8 or 9.");
        }

        using var insert = connection.Command(
            "INSERT INTO grid (only, cell_resolution, created_at) VALUES (1, $resolution, $now) ON CONFLICT DO NOTHING;", "$resolution", "$now");
        insert.Bind(wanted, now).ExecuteNonQuery();
        using var read = connection.Command("SELECT cell_resolution FROM grid;");
        var recorded = (long)read.ExecuteScalar()!;
        if (recorded != wanted)
        {
            throw new StorageException($"The grid in '{database.FilePath}' was created with cells of resolution {recorded}, but "
                + $"Canvass__CellResolution is {wanted}: set it to {recorded}, or set Canvass__DataDirectory to an empty directory to create a "
                + "new grid and import its cameras again.");
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.Command(sql);
        command.ExecuteNonQuery();
    }
}
