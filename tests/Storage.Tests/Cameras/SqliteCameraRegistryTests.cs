using Canvass.Grains.Registry;
using Canvass.Storage.Cameras;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using static Canvass.Storage.Tests.Fixtures.TestCameras;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Storage")]
public sealed class SqliteCameraRegistryTests : CameraRegistryConformance
{
    private readonly TestDatabase _database = new();

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task<ICameraRegistry> CreateAsync()
    {
        await _database.MigrateAsync();
        return new SqliteCameraRegistry(_database.Database);
    }

    [Fact]
    public async Task A_digest_is_one_scan_over_the_key_of_the_cells()
    {
        var plan = await _database.Database.ReadAsync(
            connection =>
            {
                using var command = connection.Command("EXPLAIN QUERY PLAN SELECT count(*), ifnull(sum(revision), 0) FROM camera_cell WHERE cell = 1;");
                return command.ReadAll(row => row.GetString(3));
            },
            Cancellation);

        Assert.Equal("SEARCH camera_cell USING PRIMARY KEY (cell=?)", Assert.Single(plan));
    }

    [Fact]
    public async Task The_cells_of_every_row_carry_its_revision()
    {
        await Registry.ImportAsync([Camera("a", [1, 2, 3]), Camera("b", [3])], (_, incoming) => incoming, Cancellation);
        await Registry.ImportAsync([Camera("a", [2, 3, 4])], (_, incoming) => incoming, Cancellation);

        Assert.Equal(0, await _database.AskAsync<long>("""
            SELECT count(*) FROM camera_cell LEFT JOIN camera ON camera.id = camera_id WHERE camera_cell.revision IS NOT camera.revision;
            """));
        Assert.Equal(4, await _database.AskAsync<long>("SELECT count(*) FROM camera_cell;"));
    }

    [Fact]
    public async Task What_is_written_is_there_after_a_restart()
    {
        using var directory = new TemporaryDirectory();
        RegistryEntry? written;
        using (var before = await TestDatabase.CreateAsync(directory.Path))
        {
            written = await new SqliteCameraRegistry(before.Database).WriteAsync(Camera("a"), null, Cancellation);
        }

        using var after = await TestDatabase.CreateAsync(directory.Path);
        var registry = new SqliteCameraRegistry(after.Database);
        Assert.Equal(written!.Revision, (await registry.FindAsync(new("a"), Cancellation))!.Revision);
        Assert.True((await registry.WriteAsync(Camera("b"), null, Cancellation))!.Revision > written.Revision);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        await Registry.WriteAsync(Camera("a", name: "before"), null, Cancellation);
        var read = default(RegistryEntry);

        await Registry.ImportAsync(
            [Camera("a", name: "after")],
            (_, incoming) =>
            {
                read = Registry.FindAsync(new("a"), Cancellation).GetAwaiter().GetResult();
                return incoming;
            },
            Cancellation);

        Assert.Equal("before", read!.State.Camera!.Name);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_leaves_no_half_write()
    {
        // A limit of the connection, which goes back to the pool with it.
        await using (var connection = (SqliteConnection)await _database.Database.Writers.OpenConnectionAsync(Cancellation))
        {
            using var command = connection.Command("PRAGMA max_page_count = 1;");
            command.ExecuteNonQuery();
        }

        var refusal = await Assert.ThrowsAsync<StorageException>(() => Registry.ImportAsync(
            [.. Enumerable.Range(0, 500).Select(number => Camera($"cam-{number}", [number]))], (_, incoming) => incoming, Cancellation));

        Assert.Contains("no room left", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await Registry.ListIntegratedAsync(null, null, 1000, Cancellation));
        Assert.Equal(0, await _database.AskAsync<long>("SELECT last FROM camera_revision;"));
    }
}
