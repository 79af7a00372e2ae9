using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Times;
using Canvass.Grains.Incidents;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Incidents;

/// <summary>An incident that is active twice, as it may be while silos lose sight of each other.</summary>
[Trait("Category", "Cluster")]
public sealed class OutdatedIncidentTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task Readers_soon_get_what_another_activation_wrote()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        _grid.ChangeElsewhere(report.Key, state => state with { Report = state.Report! with { Priority = 7 } });
        _grid.Time.Advance(TimeSpan.FromSeconds(6));

        var incident = await _grid.Client.Incidents.GetAsync(report.Key);

        Assert.Equal(7, incident!.Report.Priority);
    }

    [Fact]
    public async Task What_another_activation_created_is_known_at_once()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        _grid.ChangeElsewhere(report.Key, state => state with { Canvasses = [Draft(report.Window)] });

        var canvass = await _grid.Client.Incidents.GetCanvassAsync(new(report.Key, 1));

        Assert.Equal(CanvassState.Draft, canvass!.State);
    }

    [Fact]
    public async Task A_canvass_that_another_activation_drafted_can_be_sent()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        _grid.ChangeElsewhere(report.Key, state => state with { Canvasses = [Draft(report.Window)] });

        var sent = await _grid.Client.Incidents.SendCanvassAsync(new(report.Key, 1));

        Assert.Equal(CanvassState.Sent, sent.State);
    }

    private CanvassRecord Draft(TimeWindow window) =>
        new() { Ordinal = 1, Reason = "larceny", Window = window, DraftedAt = _grid.Now };
}
