using Canvass.Grains.Settings;
using Canvass.Storage.Migrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Canvass.Storage.Postgres;

/// <summary>
/// Brings the PostgreSQL database to this version's schema: everything that is missing in one transaction, or nothing. Of silos that start
/// at once, one does it and the others wait for it.
/// </summary>
internal sealed class PostgresMigrator(
    PostgresDatabase database, MigrationSet migrations, IEnumerable<IPostgresDataStep> steps, IOptions<GridOptions> grid, TimeProvider time, ILogger<PostgresMigrator> logger)
    : IStorageMigrator
{
    /// <summary>How long a database that is away may take to come.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>The first version with NULLS NOT DISTINCT.</summary>
    private const int OldestServer = 15;

    /// <summary>The key of the lock: "CNVS".</summary>
    private const long LockKey = 0x434E5653;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public Task MigrateAsync(CancellationToken cancellationToken) => MigrateAsync(agreeOnGrid: true, cancellationToken);

    /// <summary>Migrates the schema.</summary>
    /// <param name="agreeOnGrid">Whether to compare the settings with what was chosen at the grid's creation, and to choose where nothing
    /// was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The steps that were taken.</returns>
    /// <exception cref="StorageException">The database, its schema or a setting cannot work: nothing was changed.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(bool agreeOnGrid, CancellationToken cancellationToken)
    {
        var taken = await WithRetriesAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await LockAsync(connection, cancellationToken);
                var pending = await TakeAsync(connection, cancellationToken);
                if (agreeOnGrid)
                {
                    await AgreeOnCellResolutionAsync(connection, cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
                return pending;
            },
            cancellationToken);
        foreach (var migration in taken)
        {
            StorageLog.MigrationApplied(logger, migration.Version, migration.Name);
        }

        if (agreeOnGrid)
        {
            StorageLog.DatabaseReady(logger, database.Name, migrations.Migrations.Count, grid.Value.CellResolution);
        }

        return taken;
    }

    /// <summary>What the database has taken and what it has yet to take. Changes nothing.</summary>
    /// <exception cref="StorageException">The database is not reached, or its schema is not one of this version's.</exception>
    public Task<(IReadOnlyList<AppliedMigration> Applied, IReadOnlyList<Migration> Pending)> StatusAsync(CancellationToken cancellationToken) =>
        WithRetriesAsync<(IReadOnlyList<AppliedMigration>, IReadOnlyList<Migration>)>(
            async connection =>
            {
                var applied = await AppliedAsync(connection, cancellationToken) ?? [];
                return (applied, migrations.Pending(applied, database.Name));
            },
            cancellationToken);

    /// <summary>Waits for a while until the database has this version's schema. Changes nothing.</summary>
    /// <exception cref="StorageException">The database is not reached, or has another schema.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (await StatusAsync(cancellationToken) is { Pending.Count: > 0 and var pending })
        {
            if (time.GetElapsedTime(started) >= Timeout)
            {
                throw new StorageException($"The database '{database.Name}' lacks {pending} steps of this version's schema: run 'canvass db "
                    + "migrate', or start a silo of this version, which does it.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Works on a connection; tries again for a while where the server is away.</summary>
    private async Task<T> WithRetriesAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var waits = false;
        while (true)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
                RefuseOldServer(connection);
                return await work(connection);
            }
            catch (Exception exception) when (PostgresFault.IsPassing(exception) && time.GetElapsedTime(started) < Timeout)
            {
                if (!waits)
                {
                    waits = true;
                    StorageLog.DatabaseAwaited(logger, PostgresFault.Explain(exception)!, Timeout);
                }

                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception exception) when (PostgresFault.Explain(exception) is { } reason)
            {
                throw new StorageException(reason, exception);
            }
        }
    }

    /// <summary>Waits until no other silo migrates; the end of the transaction lets go, however it ends.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("SELECT pg_advisory_xact_lock($1)", PostgresCommands.Bigint(LockKey));
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void RefuseOldServer(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
        {
            throw new StorageException($"The server of Canvass__Database is PostgreSQL {connection.PostgreSqlVersion}: Canvass needs "
                + $"{OldestServer} or newer.");
        }
    }

    private async Task<IReadOnlyList<Migration>> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // A user without the right to create may start silos on a database that somebody else migrated: so nothing is created that is there.
        var applied = await AppliedAsync(connection, cancellationToken);
        var pending = migrations.Pending(applied ?? [], database.Name);
        if (applied is null)
        {
            await connection.ExecuteAsync(
                """
                CREATE TABLE schema_migration
                (
                    version    integer     NOT NULL PRIMARY KEY,
                    name       text        NOT NULL,
                    checksum   text        NOT NULL,
                    applied_at timestamptz NOT NULL
                )
                """,
                cancellationToken);
        }

        foreach (var migration in pending)
        {
            await using var statements = connection.Command(migration.Sql);

            // An index over millions of rows takes its time.
            statements.CommandTimeout = 0;
            await statements.ExecuteNonQueryAsync(cancellationToken);
            foreach (var step in steps.Where(step => step.Migration == migration.Name))
            {
                await step.RunAsync(connection, time.GetUtcNow(), cancellationToken);
            }

            await connection.ExecuteAsync(
                "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
                cancellationToken,
                PostgresCommands.Bigint(migration.Version), PostgresCommands.Text(migration.Name), PostgresCommands.Text(migration.Checksum), Now());
        }

        return pending;
    }

    /// <summary>The steps that were taken; null where not even their table is there.</summary>
    private static async Task<IReadOnlyList<AppliedMigration>?> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var look = connection.Command("SELECT to_regclass('schema_migration') IS NOT NULL"))
        {
            if (await look.ExecuteScalarAsync(cancellationToken) is not true)
            {
                return null;
            }
        }

        await using var read = connection.Command("SELECT version, name, checksum FROM schema_migration ORDER BY version");
        return await read.ReadAllAsync(row => new AppliedMigration(row.GetInt32(0), row.GetString(1), row.GetString(2)), cancellationToken);
    }

    private async Task AgreeOnCellResolutionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var wanted = grid.Value.CellResolution;
        if (wanted is < 7 or > 9)
        {
            throw new StorageException($"Canvass__CellResolution is {wanted}: give 7, 8 or 9.");
        }

        await connection.ExecuteAsync(
            "INSERT INTO grid (one, cell_resolution, created_at) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
            cancellationToken, PostgresCommands.Bigint(wanted), Now());
        await using var read = connection.Command("SELECT cell_resolution FROM grid");
        var recorded = (int)(await read.ExecuteScalarAsync(cancellationToken))!;
        if (recorded != wanted)
        {
            throw new StorageException($"The grid in the database '{database.Name}' was created with cells of resolution {recorded}, but "
                + $"Canvass__CellResolution is {wanted}: set it to {recorded}, or set Canvass__Database to an empty database to create a new "
                + "grid and import its cameras again.");
        }
    }

    private NpgsqlParameter Now() => new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = time.GetUtcNow().UtcDateTime };
}
