using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Grains.Registry;
using static Canvass.Storage.Tests.Fixtures.Cells;
using static Canvass.Storage.Tests.Fixtures.TestCameras;

namespace Canvass.Storage.Tests.Cameras;

/// <summary>What every registry of cameras does.</summary>
public abstract class CameraRegistryConformance : IAsyncLifetime
{
    private ICameraRegistry? _registry;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ICameraRegistry Registry => _registry!;

    public async ValueTask InitializeAsync() => _registry = await CreateAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<ICameraRegistry> CreateAsync();

    [Fact]
    public async Task A_camera_that_was_never_written_is_not_found() => Assert.Null(await FindAsync("a"));

    [Fact]
    public async Task A_written_camera_is_found_whole()
    {
        var camera = Camera("gdot:cctv_9089", [1, 2]);

        var written = await Registry.WriteAsync(camera, null, Cancellation);

        var found = await FindAsync("gdot:cctv_9089");
        Assert.Equal(written!.Revision, found!.Revision);
        AssertSame(camera, written.State);
        AssertSame(camera, found.State);
    }

    [Fact]
    public async Task Many_cameras_are_found_in_the_order_in_which_they_are_asked_for()
    {
        await ImportAsync(Camera("a", [1, 2]), Camera("{b}"), Camera("ä'\"🎥", name: "third"));

        var rows = await Registry.FindManyAsync([new("ä'\"🎥"), new("none"), new("{b}"), new("a"), new("{b}"), new("A")], Cancellation);

        Assert.Equal(["ä'\"🎥", null, "{b}", "a", "{b}", null], rows.Select(row => row?.State.Camera!.Key.Id));
        AssertSame(Camera("ä'\"🎥", name: "third"), rows[0]!.State);
        Assert.Equal((await FindAsync("a"))!.Revision, rows[3]!.Revision);
    }

    [Fact]
    public async Task None_are_found_of_none()
    {
        await ImportAsync(Camera("a"));

        Assert.Empty(await Registry.FindManyAsync([], Cancellation));
    }

    [Fact]
    public async Task A_thousand_cameras_are_found_at_once()
    {
        CameraState[] cameras = [.. Enumerable.Range(0, 1_000).Select(number => Camera($"cam-{number}"))];
        await ImportAsync(cameras);

        var rows = await Registry.FindManyAsync([.. cameras.Select(camera => camera.Camera!.Key)], Cancellation);

        Assert.Equal(cameras.Select(camera => camera.Camera!.Key.Id), rows.Select(row => row!.State.Camera!.Key.Id));
    }

    [Fact]
    public async Task A_write_is_refused_if_the_row_is_not_the_known_one()
    {
        var first = await Registry.WriteAsync(Camera("a"), null, Cancellation);
        var second = await Registry.WriteAsync(Camera("a", name: "second"), first, Cancellation);

        Assert.Null(await Registry.WriteAsync(Camera("a", name: "stale"), first, Cancellation));
        Assert.Null(await Registry.WriteAsync(Camera("a", name: "unaware"), null, Cancellation));
        Assert.True(await Registry.DeleteAsync((await Registry.WriteAsync(Camera("b"), null, Cancellation))!, Cancellation));
        Assert.Null(await Registry.WriteAsync(Camera("b", name: "nowhere"), second! with { State = Camera("b") }, Cancellation));

        Assert.Equal("second", (await FindAsync("a"))!.State.Camera!.Name);
        Assert.Null(await FindAsync("b"));
    }

    [Fact]
    public async Task A_write_over_another_cameras_row_is_refused()
    {
        var known = await Registry.WriteAsync(Camera("a"), null, Cancellation);

        await Assert.ThrowsAsync<ArgumentException>(() => Registry.WriteAsync(Camera("b"), known, Cancellation));
    }

    [Fact]
    public async Task A_state_without_a_camera_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Registry.WriteAsync(new CameraState(), null, Cancellation));

    [Fact]
    public async Task Revisions_rise_over_all_cameras_and_are_never_given_again()
    {
        var first = await Registry.WriteAsync(Camera("a"), null, Cancellation);
        var second = await Registry.WriteAsync(Camera("b"), null, Cancellation);
        Assert.True(await Registry.DeleteAsync(second!, Cancellation));
        var third = await Registry.WriteAsync(Camera("b"), null, Cancellation);
        var imported = await ImportAsync(Camera("c"), Camera("d"));

        Assert.True(first!.Revision < second!.Revision && second.Revision < third!.Revision && third.Revision < imported[0].After.Revision);
        Assert.True(imported[0].After.Revision < imported[1].After.Revision);
    }

    [Fact]
    public async Task A_camera_is_entered_in_all_its_cells_and_in_no_other()
    {
        var written = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);
        await Registry.WriteAsync(Camera("b", [2]), null, Cancellation);

        Assert.Equal(["a"], await IdsAsync(1));
        Assert.Equal(["a", "b"], await IdsAsync(2));
        Assert.Empty(await IdsAsync(3));
        Assert.Equal(written!.Revision, Assert.Single(await Registry.LoadCellAsync(Cell(1), Cancellation)).Revision);
    }

    [Fact]
    public async Task A_camera_that_turns_leaves_cells_and_enters_others()
    {
        var first = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);
        var second = await Registry.WriteAsync(Camera("a", [2, 3]), first, Cancellation);

        Assert.Empty(await IdsAsync(1));
        Assert.Equal(new CellDigest(0, 0), await DigestAsync(1));
        Assert.Equal(new CellDigest(1, second!.Revision), await DigestAsync(2));
        Assert.Equal(new CellDigest(1, second.Revision), await DigestAsync(3));
    }

    [Fact]
    public async Task A_digest_counts_cameras_and_sums_their_revisions()
    {
        var a = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);
        var b = await Registry.WriteAsync(Camera("b", [2]), null, Cancellation);

        Assert.Equal(new CellDigest(1, a!.Revision), await DigestAsync(1));
        Assert.Equal(new CellDigest(2, a.Revision + b!.Revision), await DigestAsync(2));
    }

    [Fact]
    public async Task A_deleted_camera_is_in_no_row_and_no_cell()
    {
        var written = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);

        Assert.False(await Registry.DeleteAsync(written! with { Revision = written.Revision + 1 }, Cancellation));
        Assert.True(await Registry.DeleteAsync(written, Cancellation));
        Assert.False(await Registry.DeleteAsync(written, Cancellation));

        Assert.Null(await FindAsync("a"));
        Assert.Equal(default, await DigestAsync(1));
        Assert.Equal(default, await DigestAsync(2));
        Assert.Empty(await Registry.ListIntegratedAsync(null, null, 10, Cancellation));
    }

    [Fact]
    public async Task An_import_tells_for_every_camera_what_was_and_what_is()
    {
        await Registry.WriteAsync(Camera("b", [1], name: "known"), null, Cancellation);

        var changes = await ImportAsync(Camera("a", [1]), Camera("b", [2], name: "incoming"));

        Assert.Equal(["a", "b"], changes.Select(change => change.After.State.Camera!.Key.Id));
        Assert.Null(changes[0].Before);
        Assert.Equal("known", changes[1].Before!.State.Camera!.Name);
        AssertSame(Camera("b", [2], name: "incoming"), changes[1].After.State);
        Assert.Equal(changes[1].After.Revision, (await FindAsync("b"))!.Revision);
        Assert.Equal(["a"], await IdsAsync(1));
        Assert.Equal(["b"], await IdsAsync(2));
    }

    [Fact]
    public async Task An_import_leaves_rows_that_the_merge_leaves()
    {
        var written = await Registry.WriteAsync(Camera("a", [1], name: "known"), null, Cancellation);

        var changes = await Registry.ImportAsync([Camera("a", [2], name: "incoming")], (_, _) => null, Cancellation);

        var change = Assert.Single(changes);
        Assert.Same(change.Before, change.After);
        Assert.Equal(written!.Revision, change.After.Revision);
        Assert.Equal("known", (await FindAsync("a"))!.State.Camera!.Name);
        Assert.Equal(new CellDigest(1, written.Revision), await DigestAsync(1));
        Assert.Equal(default, await DigestAsync(2));
    }

    [Fact]
    public async Task An_import_writes_what_the_merge_makes_of_known_and_incoming()
    {
        await Registry.WriteAsync(Camera("a", name: "known"), null, Cancellation);

        await Registry.ImportAsync(
            [Camera("a", name: "incoming")],
            (known, incoming) => incoming with { Camera = incoming.Camera! with { Name = $"{known!.Camera!.Name} and {incoming.Camera.Name}" } },
            Cancellation);

        Assert.Equal("known and incoming", (await FindAsync("a"))!.State.Camera!.Name);
    }

    [Fact]
    public async Task An_import_that_fails_changes_nothing()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Registry.ImportAsync(
            [Camera("a"), Camera("b")],
            (_, incoming) => incoming.Camera!.Key.Id == "b" ? throw new InvalidTimeZoneException() : incoming,
            Cancellation));

        Assert.Null(await FindAsync("a"));
        Assert.Equal(default, await DigestAsync(1));
    }

    [Fact]
    public async Task An_import_that_is_cancelled_changes_nothing()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Registry.ImportAsync(
            [Camera("a"), Camera("b")],
            (_, incoming) =>
            {
                cancellation.Cancel();
                return incoming;
            },
            cancellation.Token));

        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public async Task An_import_cannot_leave_a_camera_that_has_no_row() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Registry.ImportAsync([Camera("a")], (_, _) => null, Cancellation));

    [Fact]
    public async Task An_import_cannot_turn_one_camera_into_another() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Registry.ImportAsync([Camera("a")], (_, _) => Camera("b"), Cancellation));

    [Fact]
    public async Task A_list_holds_integrated_cameras_only_by_id_and_pages_without_gap()
    {
        string[] ids = ["a", "B", "ä", "z", "\uFFFD", "🎥"];
        await ImportAsync([.. ids.Select(id => Camera(id)), Camera("m", tier: CameraTier.Registered)]);

        List<string> listed = [];
        while (await Registry.ListIntegratedAsync(null, listed.LastOrDefault(), 2, Cancellation) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 2);
            listed.AddRange(page.Select(state => state.Camera!.Key.Id));
        }

        Assert.Equal(["B", "a", "z", "ä", "\uFFFD", "🎥"], listed);
    }

    [Fact]
    public async Task A_list_keeps_to_its_box_rim_included()
    {
        await ImportAsync(
            Camera("inside", latDeg: 33.5, lngDeg: -84.5), Camera("corner", latDeg: 33, lngDeg: -85), Camera("north", latDeg: 34.01, lngDeg: -84.5),
            Camera("east", latDeg: 33.5, lngDeg: -83.99));

        Assert.Equal(["corner", "inside"], await ListAsync(new(-85, 33, -84, 34)));
    }

    [Fact]
    public async Task A_box_may_cross_the_antimeridian()
    {
        await ImportAsync(
            Camera("fiji", latDeg: -17, lngDeg: 179.5), Camera("samoa", latDeg: -14, lngDeg: -172), Camera("atlanta", latDeg: -15, lngDeg: -84));

        Assert.Equal(["fiji", "samoa"], await ListAsync(new(170, -20, -170, -10)));
    }

    [Theory]
    [InlineData(-84.40, 33.74, -84.38, 33.76)]
    [InlineData(-84.3901, 33.7499, -84.3899, 33.7501)]
    [InlineData(-84.5, 33.6, -84.2, 33.9)]
    public async Task A_small_box_is_paged_by_id_without_gap_and_holds_what_a_look_at_all_finds(double west, double south, double east, double north)
    {
        var random = new Random(4);
        var box = new BoundingBox(west, south, east, north);
        CameraState[] cameras =
        [
            .. Enumerable.Range(0, 600).Select(number => Camera(
                $"cam-{number:D3}", tier: number % 5 == 0 ? CameraTier.Registered : CameraTier.Integrated,
                latDeg: 33.75 + (random.NextDouble() * 0.04) - 0.02, lngDeg: -84.39 + (random.NextDouble() * 0.04) - 0.02)),
            Camera("middle"),
        ];
        await ImportAsync(cameras);

        List<string> listed = [];
        while (await Registry.ListIntegratedAsync(box, listed.LastOrDefault(), 7, Cancellation) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 7);
            listed.AddRange(page.Select(state => state.Camera!.Key.Id));
        }

        Assert.Equal(
            cameras.Select(state => state.Camera!).Where(camera => camera.Tier == CameraTier.Integrated && box.Contains(camera.Position))
                .Select(camera => camera.Key.Id).Order(StringComparer.Ordinal),
            listed);
        Assert.NotEmpty(listed);
    }

    [Fact]
    public async Task A_small_box_may_cross_the_antimeridian_or_hold_a_pole()
    {
        await ImportAsync(
            Camera("east", latDeg: -17, lngDeg: 179.999), Camera("west", latDeg: -17, lngDeg: -179.999), Camera("on it", latDeg: -17, lngDeg: 180),
            Camera("far", latDeg: -17, lngDeg: 179.9), Camera("polar", latDeg: 89.9999, lngDeg: 75), Camera("pole", latDeg: 90, lngDeg: 0));

        Assert.Equal(["east", "on it", "west"], await ListAsync(new(179.99, -17.01, -179.99, -16.99)));
        Assert.Equal(["polar", "pole"], await ListAsync(new(-180, 89.99, 180, 90)));
    }

    [Fact]
    public async Task A_list_of_a_small_box_follows_a_camera_that_moves_and_forgets_one_that_is_gone()
    {
        var moving = await Registry.WriteAsync(Camera("moving"), null, Cancellation);
        var going = await Registry.WriteAsync(Camera("going"), null, Cancellation);
        await Registry.WriteAsync(Camera("moving", latDeg: 34.1), moving, Cancellation);
        await Registry.DeleteAsync(going!, Cancellation);

        Assert.Empty(await ListAsync(new(-84.40, 33.74, -84.38, 33.76)));
        Assert.Equal(["moving"], await ListAsync(new(-84.40, 34.09, -84.38, 34.11)));
    }

    [Fact]
    public async Task A_small_box_with_very_many_cameras_is_listed_all_the_same()
    {
        for (var part = 0; part < 11; part++)
        {
            await ImportAsync([.. Enumerable.Range(part * 1_000, 1_000).Select(number => Camera($"cam-{number:D5}"))]);
        }

        var page = await Registry.ListIntegratedAsync(new(-84.40, 33.74, -84.38, 33.76), "cam-10497", 3, Cancellation);

        Assert.Equal(["cam-10498", "cam-10499", "cam-10500"], page.Select(state => state.Camera!.Key.Id));
    }

    [Fact]
    public async Task Concurrent_writers_of_one_camera_leave_one_winner()
    {
        var rows = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer =>
            Task.Run(() => Registry.WriteAsync(Camera("a", [writer]), null, Cancellation))));

        var winner = Assert.Single(rows, row => row is not null);
        Assert.Equal(winner!.Revision, (await FindAsync("a"))!.Revision);
        var entered = await Task.WhenAll(Enumerable.Range(0, 16).Select(DigestAsync));
        Assert.Equal(new CellDigest(1, winner.Revision), Assert.Single(entered, digest => digest != default));
    }

    private Task<RegistryEntry?> FindAsync(string id) => Registry.FindAsync(new CameraKey(id), Cancellation);

    private Task<CellDigest> DigestAsync(int cell) => Registry.DigestCellAsync(Cell(cell), Cancellation);

    private Task<IReadOnlyList<RegistryChange>> ImportAsync(params CameraState[] cameras) =>
        Registry.ImportAsync(cameras, (_, incoming) => incoming, Cancellation);

    private async Task<IEnumerable<string>> IdsAsync(int cell) =>
        (await Registry.LoadCellAsync(Cell(cell), Cancellation)).Select(entry => entry.State.Camera!.Key.Id).Order(StringComparer.Ordinal);

    private async Task<IEnumerable<string>> ListAsync(BoundingBox box) =>
        (await Registry.ListIntegratedAsync(box, null, 100, Cancellation)).Select(state => state.Camera!.Key.Id);
}
