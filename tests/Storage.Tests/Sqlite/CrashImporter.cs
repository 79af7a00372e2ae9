using System.Globalization;
using System.IO.Pipes;
using Canvass.Grains.Settings;
using Canvass.Storage.Cameras;
using Canvass.Storage.Migrations;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Canvass.Storage.Tests.Sqlite;

/// <summary>Imports cameras without end and tells every batch that is acknowledged, until the process is killed.</summary>
internal static class CrashImporter
{
    public const string Command = "crash-importer";
    public const int Batch = 200;

    public static async Task<int> RunAsync(string directory, string pipeName)
    {
        using var meter = new TestMeter();
        using var database = new SqliteDatabase(
            Options.Create(new StorageOptions { DataDirectory = directory }), new(meter.Meter, TimeProvider.System, NullLogger<StorageFaults>.Instance));
        var migrator = new SqliteMigrator(
            database, MigrationSet.Embedded("Sqlite"), [], Options.Create(new GridOptions()), TimeProvider.System, NullLogger<SqliteMigrator>.Instance);
        await migrator.MigrateAsync(CancellationToken.None);
        var registry = new SqliteCameraRegistry(database);

        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.Out, PipeOptions.Asynchronous);
        await pipe.ConnectAsync();
        await using var acknowledgements = new StreamWriter(pipe) { AutoFlush = true };
        for (var batch = 1; ; batch++)
        {
            await registry.ImportAsync(
                [.. Enumerable.Range(batch * Batch, Batch).Select(number => TestCameras.Camera($"cam-{number}", [number % 1000, 1000]))],
                (_, incoming) => incoming,
                CancellationToken.None);
            await acknowledgements.WriteLineAsync(batch.ToString(CultureInfo.InvariantCulture));
        }
    }
}
