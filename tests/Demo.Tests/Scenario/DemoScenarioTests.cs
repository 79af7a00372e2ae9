using Canvass.Client;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Demo.Scenario;
using Canvass.Demo.Tests.Grids;
using Microsoft.Extensions.Time.Testing;

namespace Canvass.Demo.Tests.Scenario;

[Trait("Category", "Unit")]
public sealed class DemoScenarioTests
{
    private readonly MemoryGrid _grid = new();
    private readonly FakeTimeProvider _time = new(Samples.Now);

    [Fact]
    public async Task Scenario_imports_the_city_reports_the_incident_and_sends_one_canvass()
    {
        var result = await RunAsync();

        Assert.False(result.AlreadyThere);
        Assert.Equal((8_700, 0), (result.Import.Imported, result.Import.Rejected));
        Assert.Equal(8_700, _grid.Cameras.Count);
        Assert.Equal(result.Outages, _grid.Out.Count);
        Assert.Equal(18, _grid.Calls.Count(call => call == nameof(IGridGrain.ImportAsync)));
        Assert.Equal(CanvassState.Sent, result.Canvass!.State);
        Assert.Equal(1, _grid.Sent);
        Assert.Equal(Samples.Now, result.Incident.Report.Window.To);
    }

    [Fact]
    public async Task Second_run_makes_nothing_a_second_time()
    {
        await RunAsync();
        _time.Advance(TimeSpan.FromHours(5));
        _grid.Calls.Clear();

        var result = await RunAsync();

        Assert.True(result.AlreadyThere);
        Assert.Equal(Samples.Now, result.Incident.Report.Window.To);
        Assert.Equal(1, _grid.Sent);
        Assert.Single(result.Incident.Canvasses);
        Assert.DoesNotContain(nameof(IGridGrain.ImportAsync), _grid.Calls);
        Assert.DoesNotContain(nameof(IIncidentGrain.ReportAsync), _grid.Calls);
        Assert.DoesNotContain(nameof(ICanvassGrain.SendAsync), _grid.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_that_broke_off_at_any_call_is_completed_by_the_next(bool afterEffect)
    {
        await RunAsync();
        var calls = _grid.Calls.Count;
        for (var call = 0; call < calls; call++)
        {
            var grid = new MemoryGrid { BreaksAt = call, BreaksAfterEffect = afterEffect };
            await Assert.ThrowsAsync<TimeoutException>(() => RunAsync(grid));

            var result = await RunAsync(grid);

            Assert.Equal(8_700, grid.Cameras.Count);
            Assert.Equal(1, grid.Sent);
            Assert.Single(result.Incident.Canvasses);
            Assert.Equal(CanvassState.Sent, result.Canvass!.State);
        }
    }

    [Fact]
    public async Task Incident_that_was_closed_meanwhile_is_left_alone()
    {
        await RunAsync();
        _grid.Incident = _grid.Incident! with { Status = IncidentStatus.Closed };
        _grid.Calls.Clear();

        var result = await RunAsync();

        Assert.NotNull(result.Canvass);
        Assert.DoesNotContain(nameof(IIncidentGrain.DraftAsync), _grid.Calls);
    }

    [Fact]
    public async Task Cancelled_run_stops_between_steps()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            DemoScenario.RunAsync(new CanvassClient(_grid.Factory), _time, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Null(_grid.Incident);
    }

    private Task<DemoResult> RunAsync(MemoryGrid? grid = null) => DemoScenario.RunAsync(
        new CanvassClient((grid ?? _grid).Factory), _time, cancellationToken: TestContext.Current.CancellationToken);
}
