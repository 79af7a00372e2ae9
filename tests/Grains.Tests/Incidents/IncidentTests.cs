using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class IncidentTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task Fifty_reports_at_once_in_any_order_leave_one_incident_at_the_newest()
    {
        var now = _grid.Now;
        var reports = Enumerable.Range(0, 50).Select(i => Samples.Report("1", now.AddSeconds(-i)) with { Priority = i }).ToArray();
        new Random(7).Shuffle(reports);

        var outcomes = await Task.WhenAll(reports.Select(_grid.Client.Incidents.ReportAsync));

        Assert.Single(outcomes, outcome => outcome.Effect == ReportEffect.Created);
        Assert.Equal(0, (await _grid.Client.Incidents.GetAsync(new("test", "1")))!.Report.Priority);
        Assert.Single((await _grid.Client.Incidents.ListAsync(new())).Incidents);
    }

    [Fact]
    public async Task An_equally_old_report_changes_nothing()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);

        var outcome = await _grid.Client.Incidents.ReportAsync(report with { Priority = 9 });

        Assert.Equal(ReportEffect.Unchanged, outcome.Effect);
        Assert.Null(outcome.Incident.Report.Priority);
    }

    [Fact]
    public async Task A_report_from_the_far_future_is_refused_for_it_would_shut_out_all_later_ones()
    {
        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.ReportAsync(Samples.Report("1", _grid.Now.AddHours(25))));

        Assert.Contains("reportedAt", refusal.Errors.Keys);
    }

    [Fact]
    public async Task Closing_again_with_the_same_outcome_changes_nothing_and_with_another_is_refused()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        var closed = await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Arrest);

        Assert.Equal(closed.ClosedAt, (await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Arrest)).ClosedAt);
        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Found));
        Assert.Equal(RefusalKind.Conflict, refusal.Kind);
        Assert.Contains("'arrest'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_closed_is_reopened_by_a_later_report_only()
    {
        var report = Samples.Report("1", _grid.Now.AddHours(-2));
        await _grid.Client.Incidents.ReportAsync(report);
        await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Found);

        var earlier = await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = _grid.Now.AddHours(-1) });
        Assert.Equal((IncidentStatus.Closed, IncidentOutcome.Found), (earlier.Incident.Status, earlier.Incident.Outcome));

        var later = await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = _grid.Now.AddMinutes(1) });
        Assert.Equal((IncidentStatus.Active, null), (later.Incident.Status, later.Incident.Outcome));
    }

    [Fact]
    public async Task Whoever_watches_gets_the_timeline_and_then_what_happens_and_resumes_after_any_event()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var watch = _grid.Client.Incidents.WatchAsync(report.Key, 0, stop.Token).GetAsyncEnumerator(stop.Token);

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal((1, IncidentEventKind.Reported), (watch.Current.Sequence, watch.Current.Kind));
        var next = watch.MoveNextAsync();
        await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = report.ReportedAt.AddSeconds(1) });
        Assert.True(await next);
        Assert.Equal((2, IncidentEventKind.Updated), (watch.Current.Sequence, watch.Current.Kind));

        await using var resumed = _grid.Client.Incidents.WatchAsync(report.Key, 1, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await resumed.MoveNextAsync());
        Assert.Equal(2, resumed.Current.Sequence);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Questions_about_an_unknown_incident_are_refused_as_not_found()
    {
        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.CoverageAsync(new("test", "none"), TestContext.Current.CancellationToken));

        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        Assert.Null(await _grid.Client.Incidents.GetAsync(new("test", "none")));
    }
}
