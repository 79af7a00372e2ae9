using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Cameras;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Cameras;

[Trait("Category", "Cluster")]
public sealed class CameraTests : IAsyncLifetime
{
    private static readonly CameraKey Key = new("a");
    private TestGrid _grid = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task Puts_and_removals_of_one_camera_at_once_are_all_answered()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Task.Run<object>(async () => number % 2 == 0
            ? await _grid.Client.Cameras.PutAsync(Samples.Integrated("a") with { Name = $"camera {number}" })
            : await _grid.Client.Cameras.RemoveAsync(Key))));

        await _grid.Client.Cameras.RemoveAsync(Key);
        Assert.Null(await _grid.Client.Cameras.GetAsync(Key));
        Assert.Equal(PutOutcome.Created, await _grid.Client.Cameras.PutAsync(Samples.Integrated("a")));
        Assert.NotNull(await _grid.Client.Cameras.GetAsync(Key));
    }

    [Fact]
    public async Task A_camera_that_an_import_changed_is_answered_as_it_is_now()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        await ImportAsync(Samples.Integrated("a") with { Name = "imported" });

        Assert.Equal("imported", (await _grid.Client.Cameras.GetAsync(Key))!.Name);
        Assert.Equal(PutOutcome.Unchanged, await _grid.Client.Cameras.PutAsync(Samples.Integrated("a") with { Name = "imported" }));
    }

    [Fact]
    public async Task A_camera_that_is_changed_elsewhere_while_it_is_put_is_put_all_the_same()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        _grid.Reads.BeforeWrite = Once(() => ImportAsync(Samples.Integrated("a") with { Name = "imported" }));

        Assert.Equal(PutOutcome.Updated, await _grid.Client.Cameras.PutAsync(Samples.Integrated("a") with { Name = "put" }));

        Assert.Equal("put", (await _grid.Client.Cameras.GetAsync(Key))!.Name);
    }

    [Fact]
    public async Task A_camera_that_is_changed_elsewhere_again_and_again_is_refused_in_the_end()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        var changes = 0;
        _grid.Reads.BeforeWrite = () => ImportAsync(Samples.Integrated("a") with { Name = $"imported {++changes}" });

        var refusal = await Assert.ThrowsAsync<GridUnavailableException>(
            () => _grid.Client.Cameras.PutAsync(Samples.Integrated("a") with { Name = "put" }));
        Assert.Contains("repeat the request", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<GridUnavailableException>(() => _grid.Client.Cameras.RemoveAsync(Key));
    }

    [Fact]
    public async Task An_id_that_is_none_is_refused_by_name() =>
        Assert.Contains("id", (await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Cameras.PutAsync(Samples.Integrated("a b")))).Errors.Keys);

    [Fact]
    public async Task A_camera_forwards_an_ask_by_the_row_it_is_handed_and_reads_none()
    {
        await ImportAsync(Samples.Integrated("a"));
        var row = await _grid.Registry.FindAsync(Key, Stop);

        Assert.Equal(AskState.Delivered, (await ForwardAsync(row))!.Value.State);

        Assert.Equal(0, _grid.Reads.Finds);
        Assert.Equal("owner-of-a", Assert.Single(_grid.Asks()).Owner);
    }

    [Fact]
    public async Task A_camera_that_had_no_row_forwards_nothing()
    {
        Assert.Null(await ForwardAsync(null));

        Assert.Empty(_grid.Asks());
    }

    [Fact]
    public async Task A_camera_of_somebody_else_by_now_forwards_nothing()
    {
        await ImportAsync(Samples.Integrated("a") with { OwnerKey = new OwnerKey("another") });

        Assert.Null(await ForwardAsync(await _grid.Registry.FindAsync(Key, Stop)));
    }

    [Fact]
    public async Task A_camera_goes_by_the_row_it_knows_if_it_is_handed_an_older_one()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        var old = await _grid.Registry.FindAsync(Key, Stop);
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a") with { OwnerKey = new OwnerKey("another") });

        Assert.Null(await ForwardAsync(old));
    }

    [Fact]
    public async Task A_camera_that_was_removed_since_its_row_was_read_forwards_nothing()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        var old = await _grid.Registry.FindAsync(Key, Stop);
        await _grid.Client.Cameras.RemoveAsync(Key);

        Assert.Null(await ForwardAsync(old));
    }

    [Fact]
    public async Task A_camera_that_knows_a_row_and_is_handed_none_looks_which_is_right()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));

        Assert.NotNull(await ForwardAsync(null));

        await _grid.Registry.DeleteAsync((await _grid.Registry.FindAsync(Key, Stop))!, Stop);
        Assert.Null(await ForwardAsync(null));
    }

    private static Func<Task> Once(Func<Task> work)
    {
        var isDone = false;
        return () =>
        {
            var todo = isDone ? Task.CompletedTask : work();
            isDone = true;
            return todo;
        };
    }

    private Task<AskReceipt?> ForwardAsync(RegistryEntry? row) => _grid.Outside.GetGrain<IInsider>(Key.ToString()).ForwardAsync(row, new Ask
    {
        Incident = new("test", "1"),
        Canvass = 1,
        Owner = new("owner-of-a"),
        Cameras = [Key],
        FootageUntil = _grid.Now.AddDays(1),
        ExpiresAt = _grid.Now.AddDays(1),
    });

    private Task ImportAsync(Camera camera) => _grid.Registry.ImportAsync(
        [CameraPlacement.Place(camera, 8)], (known, described) => CameraChange.Describe(known, described, _grid.Now), Stop);
}
