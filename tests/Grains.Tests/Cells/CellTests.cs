using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Grains.Registry;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Cells;

[Trait("Category", "Cluster")]
public sealed class CellTests : IAsyncLifetime
{
    private static readonly CoverageQuery Query = new(IncidentArea.Circle(Samples.Midtown), null);
    private TestGrid _grid = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task A_camera_that_is_put_moved_and_removed_is_seen_at_once()
    {
        Assert.Empty(await SeenAsync());

        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        Assert.Equal(["a"], await SeenAsync());

        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a", Samples.Near(3_000, 0)));
        Assert.Empty(await SeenAsync());

        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a", Samples.Near(100, 0)));
        Assert.Equal(["a"], await SeenAsync());

        Assert.True(await _grid.Client.Cameras.RemoveAsync(new("a")));
        Assert.False(await _grid.Client.Cameras.RemoveAsync(new("a")));
        Assert.Empty(await SeenAsync());
    }

    [Fact]
    public async Task An_import_is_seen_at_once_by_cells_that_have_answered_before()
    {
        Assert.Empty(await SeenAsync());

        var outcome = await _grid.Outside.GetGrain<Contracts.Grid.IGridGrain>(Contracts.Grid.IGridGrain.Key)
            .ImportAsync([Samples.Integrated("a"), Samples.Integrated("b", Samples.Near(50, 50))]);

        Assert.Equal(2, outcome.Imported);
        Assert.Equal(["a", "b"], await SeenAsync());
    }

    [Fact]
    public async Task A_change_that_no_cell_was_told_of_is_found_within_the_freshness_bound()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        Assert.Equal(["a"], await SeenAsync());

        await WriteBehindTheGridsBackAsync("b");
        Assert.Equal(["a"], await SeenAsync());

        _grid.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(["a", "b"], await SeenAsync());
    }

    [Fact]
    public async Task A_removal_that_no_cell_was_told_of_is_found_within_the_freshness_bound()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        Assert.Equal(["a"], await SeenAsync());
        var row = await _grid.Registry.FindAsync(new("a"), Stop);

        Assert.True(await _grid.Registry.DeleteAsync(row!, Stop));
        _grid.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Empty(await SeenAsync());
    }

    [Fact]
    public async Task A_camera_is_seen_through_every_cell_that_its_view_touches()
    {
        // Far more cells than one: a ring of cameras, each looking 500 m towards the middle.
        for (var i = 0; i < 12; i++)
        {
            var angle = i * Math.PI / 6;
            var camera = Samples.Integrated($"ring-{i:00}", Samples.Near(Math.Cos(angle) * 700, Math.Sin(angle) * 700)) with
            {
                BearingDeg = ((angle * 180 / Math.PI) + 180) % 360,
                RangeM = 500,
                HfovDeg = 20,
            };
            await _grid.Client.Cameras.PutAsync(camera);
        }

        Assert.Equal(12, (await SeenAsync()).Count);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    public async Task Cells_of_another_resolution_answer_the_same(int resolution)
    {
        await using var other = await TestGrid.StartAsync(resolution);
        for (var i = 0; i < 40; i++)
        {
            var position = Samples.Near(((i % 8) - 4) * 60, ((i / 8) - 2) * 60);
            var camera = i % 3 == 0 ? Samples.Integrated($"c{i:00}", position) : Samples.Registered($"c{i:00}", position);
            await _grid.Client.Cameras.PutAsync(camera);
            await other.Client.Cameras.PutAsync(camera);
        }

        var expected = await _grid.Client.CoverageAsync(Query, Stop);
        var actual = await other.Client.CoverageAsync(Query, Stop);

        Assert.Equal(expected.Cameras.Select(camera => camera.Key), actual.Cameras.Select(camera => camera.Key));
        Assert.Equal(expected.Registered, actual.Registered);
        Assert.Equal(expected.Share, actual.Share);
        Assert.Equal(expected.Blind, actual.Blind);
    }

    [Fact]
    public async Task A_comparison_that_failed_does_not_count_as_one()
    {
        Assert.Empty(await SeenAsync());
        await ImportAsync("a");
        _grid.Reads.FailReads(1_000);
        var broken = await _grid.Client.CoverageAsync(Query, Stop);
        Assert.False(broken.Complete);
        Assert.NotEmpty(broken.Missing);

        _grid.Reads.FailReads(0);

        Assert.Equal(["a"], await SeenAsync());
    }

    [Fact]
    public async Task A_question_that_comes_while_a_cell_compares_itself_waits_for_it()
    {
        Assert.Empty(await SeenAsync());
        await ImportAsync("a");
        var held = _grid.Reads.HoldReads();
        var first = SeenAsync();
        var second = SeenAsync();
        await _grid.Client.Units.InAsync();

        held.SetResult();

        Assert.Equal(["a"], await first);
        Assert.Equal(["a"], await second);
    }

    private Task ImportAsync(string id) => _grid.Outside.GetGrain<Contracts.Grid.IGridGrain>(Contracts.Grid.IGridGrain.Key)
        .ImportAsync([Samples.Integrated(id)]);

    private async Task<IReadOnlyList<string>> SeenAsync() =>
        [.. (await _grid.Client.CoverageAsync(Query, Stop)).Cameras.Select(camera => camera.Key.Id).Order(StringComparer.Ordinal)];

    private async Task WriteBehindTheGridsBackAsync(string id) =>
        Assert.NotNull(await _grid.Registry.WriteAsync(CameraPlacement.Place(Samples.Integrated(id), 8), null, Stop));
}
