using Canvass.Grains.Registry;
using Canvass.Storage.Cameras;
using Canvass.Storage.Postgres;
using Canvass.Storage.Tests.Fixtures;
using static Canvass.Storage.Tests.Fixtures.TestCameras;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Storage")]
public sealed class PostgresCameraRegistryTests(SharedPostgres server) : CameraRegistryConformance
{
    private TestPostgres? _database;

    private TestPostgres Database => _database!;

    public override async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task<ICameraRegistry> CreateAsync()
    {
        _database = await TestPostgres.CreateMigratedAsync(server);
        return new PostgresCameraRegistry(_database.Database, TimeProvider.System, new());
    }

    [Fact]
    public async Task The_cells_of_every_row_carry_its_revision()
    {
        await Registry.ImportAsync([Camera("a", [1, 2, 3]), Camera("b", [3])], (_, incoming) => incoming, Cancellation);
        await Registry.ImportAsync([Camera("a", [2, 3, 4])], (_, incoming) => incoming, Cancellation);
        var b = await Registry.FindAsync(new("b"), Cancellation);
        await Registry.WriteAsync(Camera("b", [4, 5]), b, Cancellation);
        var c = await Registry.WriteAsync(Camera("c", [6]), null, Cancellation);
        await Registry.DeleteAsync(c!, Cancellation);

        Assert.Equal(0, await Database.AskAsync<long>("""
            SELECT count(*) FROM camera_cell LEFT JOIN camera ON camera.id = camera_id
             WHERE camera_cell.revision IS DISTINCT FROM camera.revision
                OR NOT jsonb_exists(document::jsonb -> 'cells', to_hex(cell))
            """));
        Assert.Equal(5, await Database.AskAsync<long>("SELECT count(*) FROM camera_cell"));
    }

    [Fact]
    public async Task Two_imports_at_once_of_the_same_new_cameras_leave_each_once_and_merge_the_second()
    {
        CameraState[] cameras = [.. Enumerable.Range(0, 1000).Select(number => Camera($"cam-{number}", [number % 7, 7]))];
        var other = new PostgresCameraRegistry(Database.Database, TimeProvider.System, new());

        var imports = await Task.WhenAll(
            Task.Run(() => Registry.ImportAsync(cameras, Merge, Cancellation)),
            Task.Run(() => other.ImportAsync([.. cameras.Reverse()], Merge, Cancellation)));

        Assert.Equal(1000, imports.Sum(changes => changes.Count(change => change.Before is null)));
        Assert.Equal(1000, imports.Sum(changes => changes.Count(change => change.Before is not null)));
        Assert.Equal(1000, await Database.AskAsync<long>("SELECT count(*) FROM camera"));
        Assert.Equal(2000, await Database.AskAsync<long>(
            "SELECT count(*) FROM camera_cell JOIN camera ON camera.id = camera_id AND camera.revision = camera_cell.revision"));
        Assert.Equal(cameras.Select(camera => camera.Camera!.Key.Id), imports[0].Select(change => change.After.State.Camera!.Key.Id));

        static CameraState? Merge(CameraState? known, CameraState incoming) => incoming;
    }

    [Fact]
    public async Task Many_writers_of_one_camera_change_it_one_after_the_other()
    {
        await Registry.WriteAsync(Camera("a"), null, Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            while (true)
            {
                var known = (await Registry.FindAsync(new("a"), Cancellation))!;
                if (await Registry.WriteAsync(Camera("a", [.. known.State.Cells.Select((_, at) => at + 1), known.State.Cells.Count + 1]), known, Cancellation) is not null)
                {
                    return;
                }
            }
        })));

        Assert.Equal(17, (await Registry.FindAsync(new("a"), Cancellation))!.State.Cells.Count);
        Assert.Equal(17, await Database.AskAsync<long>("SELECT count(*) FROM camera_cell JOIN camera USING (revision)"));
    }

    [Fact]
    public async Task An_import_that_is_broken_off_leaves_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Registry.ImportAsync(
            [Camera("a"), Camera("b")],
            (_, incoming) =>
            {
                stop.Cancel();
                return incoming;
            },
            stop.Token));

        Assert.Equal(0, await Database.AskAsync<long>("SELECT count(*) FROM camera"));
    }

    [Fact]
    public async Task Questions_about_a_cell_and_lists_are_answered_from_indexes_however_many_cameras_there_are()
    {
        await Database.AskAsync<object>(
            """
            INSERT INTO camera SELECT 'cam-' || n, n, CASE n % 10 WHEN 0 THEN 'registered' ELSE 'integrated' END,
                   33 + random(), -85 + random(), n, repeat('x', 500) FROM generate_series(1, 50000) AS n;
            INSERT INTO camera_cell SELECT n / 100, 'cam-' || n, n FROM generate_series(1, 50000) AS n;
            ANALYZE camera; ANALYZE camera_cell; SELECT 1;
            """);

        Assert.Contains("Index Only Scan using camera_cell_pkey", await Database.PlanAsync(
            "SELECT count(*)::integer, coalesce(sum(revision), 0)::bigint FROM camera_cell WHERE cell = 7"), StringComparison.Ordinal);
        var load = await Database.PlanAsync(
            "SELECT camera.document, camera.revision FROM camera_cell JOIN camera ON camera.id = camera_cell.camera_id WHERE camera_cell.cell = 7");
        Assert.Contains("camera_cell_pkey", load, StringComparison.Ordinal);
        Assert.Contains("camera_pkey", load, StringComparison.Ordinal);
        var list = await Database.PlanAsync(
            $"""
            SELECT document FROM camera WHERE tier = 'integrated' AND id > 'cam-2' {PostgresBox.Filter(new(-84.4, 33.7, -84.3, 33.8), first: 1)
                .Replace("$1", "33.7", StringComparison.Ordinal).Replace("$2", "33.8", StringComparison.Ordinal)
                .Replace("$3", "-84.4", StringComparison.Ordinal).Replace("$4", "-84.3", StringComparison.Ordinal)}
             ORDER BY id LIMIT 100
            """);
        Assert.Contains("Index Scan using camera_integrated", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_once_in_the_log_and_without_the_password()
    {
        var log = new WrittenLines<StorageFaults>();
        await using var nowhere = new TestPostgres("Host=127.0.0.1;Port=1;Username=canvass;Password=secret;Timeout=1", log);
        var registry = new PostgresCameraRegistry(nowhere.Database, TimeProvider.System, new());

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Assert.ThrowsAsync<StorageException>(() => registry.FindAsync(new("a"), Cancellation))));

        Assert.All(refusals, refusal => Assert.Contains("not reached", refusal.Message, StringComparison.Ordinal));
        var line = Assert.Single(log.Lines);
        Assert.DoesNotContain("secret", line.Text, StringComparison.Ordinal);
    }
}
