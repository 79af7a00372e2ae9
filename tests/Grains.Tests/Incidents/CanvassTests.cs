using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class CanvassTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task A_canvass_asks_nobody_until_it_is_sent_and_then_every_owner_once()
    {
        await PutCamerasAsync(12);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny", "by the bank"));
        Assert.Equal((CanvassState.Draft, "10-19", "10-19", 12), (draft.State, draft.Owners.Text, draft.Cameras.Text, draft.Integrated));
        Assert.Null(draft.Asked);
        Assert.Empty(_grid.Owners());

        var sent = await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(report);

        Assert.Equal((CanvassState.Sent, "12"), (sent.State, sent.Asked!.Value.Text));
        Assert.True((await _grid.Client.Incidents.GetCanvassAsync(draft.Key))!.Delivered);
        Assert.Equal(12, _grid.Owners().Count);
    }

    [Fact]
    public async Task An_owner_of_several_cameras_gets_one_ask_for_all_of_them()
    {
        for (var i = 0; i < 3; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Integrated($"c{i}", Samples.Near(i * 20, 0)) with { OwnerKey = new("shop") });
        }

        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(report);

        var inbox = Assert.Single(_grid.Owners());
        Assert.Equal(["c0", "c1", "c2"], Assert.Single(inbox.Inbox).Ask!.Cameras.Select(camera => camera.Id));
    }

    [Fact]
    public async Task Owners_are_asked_about_the_time_that_was_reviewed_whatever_is_reported_since()
    {
        await PutCamerasAsync(1);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        var later = report.ReportedAt.AddMinutes(1);
        await _grid.Client.Incidents.ReportAsync(report with { Window = new(later.AddHours(-9), later.AddHours(-8)), ReportedAt = later });

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(report);

        Assert.Equal(report.Window, Assert.Single(Assert.Single(_grid.Owners()).Inbox).Ask!.Window);
    }

    [Fact]
    public async Task A_second_canvass_asks_only_whom_the_first_did_not()
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        await SendAsync(report);
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("late"));

        var second = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));

        Assert.Equal(1, second.Integrated);
        await _grid.Client.Incidents.SendCanvassAsync(second.Key);
        await DeliveredAsync(report);
        Assert.Equal(4, _grid.Owners().Sum(owner => owner.Inbox.Count));
    }

    [Fact]
    public async Task Of_two_drafts_sent_one_after_the_other_the_second_asks_nobody_again()
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        var first = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        var second = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));

        await _grid.Client.Incidents.SendCanvassAsync(first.Key);
        await _grid.Client.Incidents.SendCanvassAsync(second.Key);
        await DeliveredAsync(report);

        Assert.Equal(3, _grid.Owners().Sum(owner => owner.Inbox.Count));
    }

    [Fact]
    public async Task A_third_canvass_is_refused()
    {
        await PutCamerasAsync(1);
        var report = await ReportAsync();
        await SendAsync(report);
        await SendAsync(report);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => SendAsync(report));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public async Task A_repeated_command_answers_the_first_draft()
    {
        var report = await ReportAsync();

        var first = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny", null, "key-1"));
        var again = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny", null, "key-1"));

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Owners_whose_footage_is_gone_or_never_was_are_not_asked()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("gone") with { Retention = TimeSpan.FromMinutes(30) });
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("dark") with { Recording = false });
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("good"));
        var report = await ReportAsync();

        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));

        Assert.Equal(1, draft.Integrated);
    }

    [Fact]
    public async Task Closing_an_incident_takes_back_what_was_asked()
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        await SendAsync(report);

        await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Arrest);
        await foreach (var happened in _grid.Client.Incidents.WatchAsync(report.Key, 0, Stop))
        {
            if (happened.Kind == IncidentEventKind.CanvassDelivered && happened.Sequence > 4)
            {
                break;
            }
        }

        Assert.All(_grid.Owners(), owner => Assert.NotNull(Assert.Single(owner.Inbox).WithdrawnAt));
    }

    [Fact]
    public async Task A_camera_that_changed_hands_after_the_draft_asks_nobody()
    {
        await PutCamerasAsync(1);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("c00") with { OwnerKey = new("somebody-else") });

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(report);

        Assert.Empty(_grid.Owners());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("protest", RefusalKind.Forbidden)]
    [InlineData("Lawful-Assembly", RefusalKind.Forbidden)]
    public async Task Reasons_that_are_no_codes_or_prohibited_are_refused(string reason, RefusalKind kind = RefusalKind.Invalid)
    {
        var report = await ReportAsync();

        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.DraftCanvassAsync(report.Key, new(reason)));

        Assert.Equal(kind, refusal.Kind);
        Assert.Contains("reason", refusal.Errors.Keys);
    }

    [Theory]
    [InlineData(650, 12, null)]
    [InlineData(651, 12, "area")]
    [InlineData(650, 12.1, "window")]
    public async Task Areas_and_windows_over_the_policys_limits_need_a_supervisor(double radiusM, double hours, string? field)
    {
        var report = Samples.Report("1", _grid.Now, radiusM);
        await _grid.Client.Incidents.ReportAsync(report with { Window = new(report.Window.To.AddHours(-hours), report.Window.To) });

        var refusal = await Record.ExceptionAsync(() => _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny")));

        Assert.Equal(field, (refusal as RefusedException)?.Errors.Keys.Single());
    }

    [Fact]
    public async Task A_closed_incident_has_no_more_canvasses()
    {
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Found);

        Assert.Equal(RefusalKind.Conflict, (await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.SendCanvassAsync(draft.Key))).Kind);
        Assert.Equal(RefusalKind.Conflict, (await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny")))).Kind);
    }

    [Theory]
    [InlineData(IncidentStatus.Closed)]
    [InlineData(IncidentStatus.Cancelled)]
    public async Task A_report_that_an_incident_is_over_takes_back_what_was_asked(IncidentStatus status)
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        await SendAsync(report);

        await _grid.Client.Incidents.ReportAsync(report with { Status = status, ReportedAt = report.ReportedAt.AddSeconds(1) });
        await DeliveredAsync(report, times: 2);

        Assert.All(_grid.Owners(), owner => Assert.NotNull(Assert.Single(owner.Inbox).WithdrawnAt));
    }

    [Fact]
    public async Task A_draft_that_was_closed_with_its_incident_is_not_sent_when_that_is_open_again()
    {
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Found);
        await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = _grid.Now.AddMinutes(1) });

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => _grid.Client.Incidents.SendCanvassAsync(draft.Key));

        Assert.Equal(RefusalKind.Conflict, refusal.Kind);
    }

    [Fact]
    public async Task Drafts_that_were_closed_make_place_too()
    {
        var report = await ReportAsync();
        for (var i = 1; i <= 4; i++)
        {
            await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
            await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
            await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Found);
            await _grid.Client.Incidents.ReportAsync(report with { ReportedAt = _grid.Now.AddMinutes(i) });
        }

        Assert.Equal(5, (await _grid.Client.Incidents.GetAsync(report.Key))!.Canvasses.Count);
    }

    [Fact]
    public async Task A_send_whose_write_fails_asks_nobody_and_can_be_repeated()
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        _grid.FailWrites(1);

        await Assert.ThrowsAnyAsync<Exception>(() => _grid.Client.Incidents.SendCanvassAsync(draft.Key));
        Assert.Equal(CanvassState.Draft, (await _grid.Client.Incidents.GetCanvassAsync(draft.Key))!.State);
        Assert.Empty(_grid.Owners());

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(report);
        Assert.Equal(3, _grid.Owners().Sum(owner => owner.Inbox.Count));
    }

    [Fact]
    public async Task Deliveries_go_on_after_writes_of_owners_and_of_the_incident_failed()
    {
        await PutCamerasAsync(12);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        _grid.FailWrites(9);

        await DeliveredAsync(report);

        Assert.Equal(12, _grid.Owners().Count);
        Assert.All(_grid.Owners(), owner => Assert.Single(owner.Inbox));
    }

    private async Task PutCamerasAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Integrated($"c{i:00}", Samples.Near(i * 5, 0)));
        }
    }

    private async Task<IncidentReport> ReportAsync()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        return report;
    }

    private async Task SendAsync(IncidentReport report)
    {
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(report);
    }

    private async Task DeliveredAsync(IncidentReport report, int? times = null)
    {
        var sent = times ?? (await _grid.Client.Incidents.GetAsync(report.Key))!.Canvasses.Count(canvass => canvass.SentAt is not null);
        await foreach (var happened in _grid.Client.Incidents.WatchAsync(report.Key, 0, Stop))
        {
            if (happened.Kind == IncidentEventKind.CanvassDelivered && --sent == 0)
            {
                return;
            }
        }
    }
}
