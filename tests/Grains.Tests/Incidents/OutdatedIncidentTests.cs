using System.Text.Json;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Keys;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Storage;
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
        await _grid.ChangeElsewhereAsync(report.Key, state => state with { Report = state.Report! with { Priority = 7 } });
        _grid.Time.Advance(TimeSpan.FromSeconds(6));

        var incident = await _grid.Client.Incidents.GetAsync(report.Key);

        Assert.Equal(7, incident!.Report.Priority);
    }

    [Fact]
    public async Task A_canvass_that_another_activation_drafted_is_known_at_once_and_can_be_sent()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        await DraftElsewhereAsync(report);

        Assert.Equal(CanvassState.Draft, (await _grid.Client.Incidents.GetCanvassAsync(new(report.Key, 1)))!.State);
        Assert.Equal(CanvassState.Sent, (await _grid.Client.Incidents.SendCanvassAsync(new(report.Key, 1))).State);
    }

    [Fact]
    public async Task A_report_builds_on_what_another_activation_wrote()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        await DraftElsewhereAsync(report);

        var outcome = await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = report.ReportedAt.AddSeconds(1), Priority = 2 });

        Assert.Equal((ReportEffect.Updated, 2, 1), (outcome.Effect, outcome.Incident.Report.Priority, outcome.Incident.Canvasses.Count));
    }

    [Fact]
    public async Task An_older_report_changes_nothing_that_another_activation_wrote()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        await _grid.ChangeElsewhereAsync(report.Key, state => state with { Report = report with { ReportedAt = report.ReportedAt.AddSeconds(2), Priority = 7 } });

        var outcome = await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = report.ReportedAt.AddSeconds(1), Priority = 2 });

        Assert.Equal((ReportEffect.Unchanged, 7), (outcome.Effect, outcome.Incident.Report.Priority));
    }

    private Task DraftElsewhereAsync(IncidentReport report) => _grid.ChangeElsewhereAsync(
        report.Key, state => state with { LastCanvass = 1, Canvasses = [new() { Ordinal = 1 }] },
        new CreateProcess(
            new(new CanvassKey(report.Key, 1).ToString(), CanvassGrain.StateName),
            JsonSerializer.SerializeToUtf8Bytes(
                new CanvassRecord { Reason = "larceny", Area = report.Area, Window = report.Window, DraftedAt = _grid.Now }, GridJson.Options)));
}
