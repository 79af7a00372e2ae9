using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Cells;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Boundary;

[Trait("Category", "Cluster")]
public sealed class BoundaryTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task A_client_may_not_ask_a_cell_which_knows_registered_cameras_singly()
    {
        var cell = H3Index.LatLngToCell(Samples.Midtown, 8);
        var grain = _grid.Outside.GetGrain<ICellGrain>(new CellKey(cell).ToString());

        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => grain.AskAsync(new(IncidentArea.Circle(Samples.Midtown), null, _grid.Now)));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public async Task A_client_may_not_ask_an_owner_past_a_canvass() => await Assert.ThrowsAsync<RefusedException>(
        () => _grid.Outside.GetGrain<IOwnerGrain>("own/a").ReceiveAsync(
            new()
            {
                Owner = new("a"),
                Incident = new("test", "1"),
                Canvass = 1,
                Cameras = [new("c")],
                FootageUntil = _grid.Now.AddDays(1),
                ExpiresAt = _grid.Now.AddDays(1),
            },
            passesQuietHours: true));

    [Fact]
    public async Task A_client_may_not_deliver_outbox_messages() => await Assert.ThrowsAsync<RefusedException>(
        () => _grid.Outside.GetGrain<IOutboxTarget>(GrainId.Create("canvass.canvass", "can/test/1/1")).ReceiveAsync(
            OutboxMessage.Create("canvass", "can/test/1/1", "Close", _grid.Now)));

    [Fact]
    public async Task A_registered_camera_is_accepted_and_read_back_by_nobody()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Registered("home"));

        Assert.Null(await _grid.Client.Cameras.GetAsync(new("home")));
        Assert.Empty((await _grid.Client.Cameras.ListAsync()).Cameras);
    }

    [Fact]
    public async Task A_registered_camera_with_a_stream_is_refused_by_the_grain_itself()
    {
        var live = Samples.Registered("home") with { Stream = new("rtsp", "rtsp://home.invalid/1") };

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => _grid.Client.Cameras.PutAsync(live));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Contains("properties.stream", refusal.Errors.Keys);
    }

    [Fact]
    public async Task A_registered_camera_without_an_owner_is_refused_by_the_grains_themselves()
    {
        var ownerless = Samples.Registered("home") with { OwnerKey = null };

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => _grid.Client.Cameras.PutAsync(ownerless));
        var import = await _grid.Outside.GetGrain<IGridGrain>(IGridGrain.Key).ImportAsync([ownerless, Samples.Registered("other")]);

        Assert.Equal((RefusalKind.Forbidden, "properties.ownerId"), (refusal.Kind, Assert.Single(refusal.Errors).Key));
        Assert.Equal((1, "properties.ownerId"), (import.Imported, Assert.Single(Assert.Single(import.Rejected).Errors).Key));
    }

    [Fact]
    public async Task A_stream_address_is_never_read_back()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a") with { Stream = new("rtsp", "rtsp://user:secret@a.invalid/1") });

        Assert.Null((await _grid.Client.Cameras.GetAsync(new("a")))!.Stream);
        Assert.Null((await _grid.Client.Cameras.ListAsync()).Cameras.Single().Stream);
    }
}
