using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Sqlite;

/// <summary>A real process imports without end and is killed in the middle.</summary>
[Trait("Category", "Storage")]
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_process_killed_amid_an_import_leaves_whole_rows_and_all_that_it_acknowledged()
    {
        var acknowledged = await ImportUntilKilledAsync(batches: 8);

        using var database = await TestDatabase.CreateAsync(_directory.Path);
        Assert.Equal("ok", await database.AskAsync<string>("PRAGMA integrity_check;"));
        var cameras = await database.AskAsync<long>("SELECT count(*) FROM camera;");
        Assert.Equal(0, cameras % CrashImporter.Batch);
        Assert.True(cameras >= acknowledged * CrashImporter.Batch, $"{acknowledged} batches were acknowledged, {cameras} cameras are there.");
        Assert.Equal(cameras, await database.AskAsync<long>("SELECT last FROM camera_revision;"));
        Assert.Equal(2 * cameras, await database.AskAsync<long>("SELECT count(*) FROM camera_cell;"));
        Assert.Equal(2 * cameras, await database.AskAsync<long>("""
            SELECT count(*) FROM camera_cell JOIN camera ON id = camera_id WHERE camera.revision = camera_cell.revision;
            """));
    }

    /// <summary>How many batches were acknowledged when the process was killed.</summary>
    private async Task<int> ImportUntilKilledAsync(int batches)
    {
        var pipeName = $"canvass-{Guid.NewGuid():N}";
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.In, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var importer = Start(pipeName);
        try
        {
            var connected = pipe.WaitForConnectionAsync(Cancellation);
            await Task.WhenAny(connected, importer.WaitForExitAsync(Cancellation));
            Assert.False(importer.HasExited, "The importer ended by itself.");
            await connected;

            using var acknowledgements = new StreamReader(pipe);
            var acknowledged = 0;
            while (acknowledged < batches && await acknowledgements.ReadLineAsync(Cancellation) is { } line)
            {
                acknowledged = int.Parse(line, CultureInfo.InvariantCulture);
            }

            Assert.Equal(batches, acknowledged);
            return acknowledged;
        }
        finally
        {
            importer.Kill();
            await importer.WaitForExitAsync(CancellationToken.None);
        }
    }

    private Process Start(string pipeName)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        }

        start.ArgumentList.Add(CrashImporter.Command);
        start.ArgumentList.Add(_directory.Path);
        start.ArgumentList.Add(pipeName);
        return Process.Start(start)!;
    }
}
