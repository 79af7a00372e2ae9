using Canvass.Contracts.Cameras;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Times;
using Canvass.Grains.Incidents;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Incidents;

/// <summary>An incident that is active twice, as it may be while silos lose sight of each other.</summary>
[Trait("Category", "Cluster")]
public sealed class OutdatedIncidentTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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

    [Fact]
    public async Task A_report_builds_on_what_another_activation_wrote()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        _grid.ChangeElsewhere(report.Key, state => state with { Canvasses = [Draft(report.Window)] });

        var outcome = await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = report.ReportedAt.AddSeconds(1), Priority = 2 });

        Assert.Equal((ReportEffect.Updated, 2, 1), (outcome.Effect, outcome.Incident.Report.Priority, outcome.Incident.Canvasses.Count));
    }

    [Fact]
    public async Task An_older_report_changes_nothing_that_another_activation_wrote()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        _grid.ChangeElsewhere(report.Key, state => state with { Report = report with { ReportedAt = report.ReportedAt.AddSeconds(2), Priority = 7 } });

        var outcome = await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = report.ReportedAt.AddSeconds(1), Priority = 2 });

        Assert.Equal((ReportEffect.Unchanged, 7), (outcome.Effect, outcome.Incident.Report.Priority));
    }

    [Fact]
    public async Task A_reminder_that_finds_nothing_to_deliver_stays_where_another_activation_has_something()
    {
        var report = Samples.Report("1", _grid.Now);
        var camera = Samples.Registered("c1");
        await _grid.Client.Cameras.PutAsync(camera);
        await _grid.Client.Incidents.ReportAsync(report);
        _grid.ChangeElsewhere(report.Key, state => state with { Canvasses = [Sent(report.Window, camera)] });
        await _grid.RegisterReminderAsync(report.Key);

        await _grid.RemindAsync(report.Key);

        Assert.True(await _grid.HasReminderAsync(report.Key));
        await _grid.RemindAsync(report.Key);
        await foreach (var happened in _grid.Client.Incidents.WatchAsync(report.Key, 0, Stop))
        {
            if (happened.Kind == IncidentEventKind.CanvassDelivered)
            {
                break;
            }
        }

        Assert.Equal(report.Key, Assert.Single(Assert.Single(_grid.Owners()).Inbox).Incident);
    }

    [Fact]
    public async Task A_reminder_of_nothing_is_removed()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        await _grid.RegisterReminderAsync(report.Key);

        await _grid.RemindAsync(report.Key);

        Assert.False(await _grid.HasReminderAsync(report.Key));
    }

    private CanvassRecord Sent(TimeWindow window, Camera camera) => Draft(window) with
    {
        State = CanvassState.Sent,
        SentAt = _grid.Now,
        Asks =
        [
            new()
            {
                Owner = camera.Owner,
                Cameras = [camera.Key],
                FirstOverwriteAt = _grid.Now.AddDays(3),
                LastOverwriteAt = _grid.Now.AddDays(3),
                State = AskState.Pending,
            },
        ],
    };

    private CanvassRecord Draft(TimeWindow window) =>
        new() { Ordinal = 1, Reason = "larceny", Window = window, DraftedAt = _grid.Now };
}
