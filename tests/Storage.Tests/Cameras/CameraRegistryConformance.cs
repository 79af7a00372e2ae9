using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Grains.Cameras;
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

        var revision = await Registry.WriteAsync(camera, null, Cancellation);

        var found = await FindAsync("gdot:cctv_9089");
        Assert.Equal(revision, found!.Revision);
        AssertSame(camera, found.State);
    }

    [Fact]
    public async Task A_write_is_refused_where_the_row_is_not_the_expected_one()
    {
        var first = await Registry.WriteAsync(Camera("a"), null, Cancellation);
        var second = await Registry.WriteAsync(Camera("a", name: "second"), first, Cancellation);

        Assert.Null(await Registry.WriteAsync(Camera("a", name: "stale"), first, Cancellation));
        Assert.Null(await Registry.WriteAsync(Camera("a", name: "unaware"), null, Cancellation));
        Assert.Null(await Registry.WriteAsync(Camera("b", name: "nowhere"), second, Cancellation));

        Assert.Equal("second", (await FindAsync("a"))!.State.Camera!.Name);
        Assert.Null(await FindAsync("b"));
    }

    [Fact]
    public async Task A_state_without_a_camera_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Registry.WriteAsync(new CameraState(), null, Cancellation));

    [Fact]
    public async Task Revisions_rise_over_all_cameras_and_are_never_given_again()
    {
        var first = await Registry.WriteAsync(Camera("a"), null, Cancellation);
        var second = await Registry.WriteAsync(Camera("b"), null, Cancellation);
        Assert.True(await Registry.DeleteAsync(new("b"), second!.Value, Cancellation));
        var third = await Registry.WriteAsync(Camera("b"), null, Cancellation);
        var imported = await ImportAsync(Camera("c"), Camera("d"));

        Assert.True(first < second && second < third && third < imported[0].After.Revision);
        Assert.True(imported[0].After.Revision < imported[1].After.Revision);
    }

    [Fact]
    public async Task A_camera_is_entered_in_all_its_cells_and_in_no_other()
    {
        var revision = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);
        await Registry.WriteAsync(Camera("b", [2]), null, Cancellation);

        Assert.Equal(["a"], await IdsAsync(1));
        Assert.Equal(["a", "b"], await IdsAsync(2));
        Assert.Empty(await IdsAsync(3));
        Assert.Equal(revision, Assert.Single(await Registry.LoadCellAsync(Cell(1), Cancellation)).Revision);
    }

    [Fact]
    public async Task A_camera_that_turns_leaves_cells_and_enters_others()
    {
        var first = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);
        var second = await Registry.WriteAsync(Camera("a", [2, 3]), first, Cancellation);

        Assert.Empty(await IdsAsync(1));
        Assert.Equal(new CellDigest(0, 0), await DigestAsync(1));
        Assert.Equal(new CellDigest(1, second!.Value), await DigestAsync(2));
        Assert.Equal(new CellDigest(1, second.Value), await DigestAsync(3));
    }

    [Fact]
    public async Task A_digest_counts_cameras_and_sums_their_revisions()
    {
        var a = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);
        var b = await Registry.WriteAsync(Camera("b", [2]), null, Cancellation);

        Assert.Equal(new CellDigest(1, a!.Value), await DigestAsync(1));
        Assert.Equal(new CellDigest(2, a.Value + b!.Value), await DigestAsync(2));
    }

    [Fact]
    public async Task A_deleted_camera_is_in_no_row_and_no_cell()
    {
        var revision = await Registry.WriteAsync(Camera("a", [1, 2]), null, Cancellation);

        Assert.False(await Registry.DeleteAsync(new("a"), revision!.Value + 1, Cancellation));
        Assert.True(await Registry.DeleteAsync(new("a"), revision.Value, Cancellation));
        Assert.False(await Registry.DeleteAsync(new("a"), revision.Value, Cancellation));

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
        var revision = await Registry.WriteAsync(Camera("a", [1], name: "known"), null, Cancellation);

        var changes = await Registry.ImportAsync([Camera("a", [2], name: "incoming")], (_, _) => null, Cancellation);

        var change = Assert.Single(changes);
        Assert.Same(change.Before, change.After);
        Assert.Equal(revision, change.After.Revision);
        Assert.Equal("known", (await FindAsync("a"))!.State.Camera!.Name);
        Assert.Equal(new CellDigest(1, revision!.Value), await DigestAsync(1));
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

    [Fact]
    public async Task Concurrent_writers_of_one_camera_leave_one_winner()
    {
        var revisions = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer =>
            Task.Run(() => Registry.WriteAsync(Camera("a", [writer]), null, Cancellation))));

        var winner = Assert.Single(revisions, revision => revision is not null);
        Assert.Equal(winner, (await FindAsync("a"))!.Revision);
        var entered = await Task.WhenAll(Enumerable.Range(0, 16).Select(DigestAsync));
        Assert.Equal(new CellDigest(1, winner!.Value), Assert.Single(entered, digest => digest != default));
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
