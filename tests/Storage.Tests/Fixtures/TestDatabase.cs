using Canvass.Grains.Settings;
using Canvass.Storage.Migrations;
using Canvass.Storage.Processes;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>An embedded database in a directory of its own, or in a given one.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly TemporaryDirectory? _own;
    private readonly TestMeter _meter = new();

    public TestDatabase(string? directory = null, ILogger<StorageFaults>? logger = null)
    {
        _own = directory is null ? new() : null;
        Database = new(
            Options.Create(new StorageOptions { DataDirectory = directory ?? _own!.Path }),
            new(_meter.Meter, TimeProvider.System, logger ?? NullLogger<StorageFaults>.Instance));
    }

    public SqliteDatabase Database { get; }

    public static async Task<TestDatabase> CreateAsync(string? directory = null)
    {
        var database = new TestDatabase(directory);
        await database.MigrateAsync();
        return database;
    }

    public Task MigrateAsync(MigrationSet? migrations = null, int cellResolution = 8) =>
        new SqliteMigrator(
            Database,
            migrations ?? MigrationSet.Embedded("Sqlite"),
            [new AskMigration()],
            Options.Create(new GridOptions { CellResolution = cellResolution }),
            TimeProvider.System,
            NullLogger<SqliteMigrator>.Instance).MigrateAsync(TestContext.Current.CancellationToken);

    public Task<T> AskAsync<T>(string sql) => Database.WriteAsync(connection => Ask<T>(connection, sql), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Database.Dispose();
        _meter.Dispose();
        _own?.Dispose();
    }

    private static T Ask<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.Command(sql);
        return (T)command.ExecuteScalar()!;
    }
}
