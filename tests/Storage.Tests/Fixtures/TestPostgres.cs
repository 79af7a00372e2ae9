using Canvass.Grains.Settings;
using Canvass.Storage.Migrations;
using Canvass.Storage.Postgres;
using Canvass.Storage.Processes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A process' way to a PostgreSQL database.</summary>
internal sealed class TestPostgres : IAsyncDisposable
{
    private readonly TestMeter _meter = new();

    public TestPostgres(string connectionString, ILogger<StorageFaults>? logger = null, TimeProvider? time = null)
    {
        // Of many pools over one server, none keeps what it does not use.
        ConnectionString = connectionString + ";Minimum Pool Size=0;Connection Idle Lifetime=2;Connection Pruning Interval=1";
        Database = new(
            Options.Create(new StorageOptions { Database = ConnectionString }),
            new(_meter.Meter, time ?? TimeProvider.System, logger ?? NullLogger<StorageFaults>.Instance));
    }

    public string ConnectionString { get; }

    public PostgresDatabase Database { get; }

    /// <summary>How many statements failed because the database could not be used.</summary>
    public long Faults => _meter.Unavailable;

    public static async Task<TestPostgres> CreateAsync(SharedPostgres server) => new(await server.CreateDatabaseAsync());

    public static async Task<TestPostgres> CreateMigratedAsync(SharedPostgres server)
    {
        var database = await CreateAsync(server);
        await database.MigrateAsync();
        return database;
    }

    public Task MigrateAsync(MigrationSet? migrations = null, int cellResolution = 8) =>
        Migrator(migrations, cellResolution).MigrateAsync(TestContext.Current.CancellationToken);

    public PostgresMigrator Migrator(MigrationSet? migrations = null, int cellResolution = 8, TimeProvider? time = null) => new(
        Database,
        migrations ?? MigrationSet.Embedded("Postgres"),
        [new AskMigration()],
        Options.Create(new GridOptions { CellResolution = cellResolution }),
        time ?? TimeProvider.System,
        NullLogger<PostgresMigrator>.Instance);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task<string> PlanAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand("EXPLAIN " + sql);
        return string.Join('\n', await command.ReadAllAsync(row => row.GetString(0), TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        return Database.DisposeAsync();
    }
}
