using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Owners;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Canvasses;

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
        Assert.Equal((CanvassState.Draft, 12, 12), (draft.State, draft.Integrated.Owners, draft.Integrated.Cameras));
        Assert.Null(draft.Asked);
        Assert.Empty(_grid.Asks());

        var sent = await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);

        Assert.Equal((CanvassState.Sent, 12, 12), (sent.State, sent.Asked!.Integrated.Owners, sent.Asked.Integrated.Cameras));
        await DeliveredAsync(12);
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

        Assert.Equal(["c0", "c1", "c2"], Assert.Single(await DeliveredAsync(1)).Cameras);
    }

    [Fact]
    public async Task Owners_are_asked_about_what_was_reviewed_whatever_is_reported_since()
    {
        await PutCamerasAsync(1);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        var later = report.ReportedAt.AddMinutes(1);
        await _grid.Client.Incidents.ReportAsync(report with
        {
            Area = IncidentArea.Circle(Samples.Near(5_000, 0)),
            Window = new(later.AddDays(-30), later.AddDays(-30).AddHours(1)),
            ReportedAt = later,
        });

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);

        await DeliveredAsync(1);
    }

    [Fact]
    public async Task A_second_canvass_asks_only_whom_the_first_did_not()
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        await SendAsync(report);
        await DeliveredAsync(3);
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("late"));

        var second = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));

        Assert.Equal(1, second.Integrated.Owners);
        await _grid.Client.Incidents.SendCanvassAsync(second.Key);
        var asks = await DeliveredAsync(4);
        Assert.Equal([1, 1, 1, 2], asks.Select(ask => ask.Canvass).Order());
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

        await WorkedOutAsync(second.Key);
        await DeliveredAsync(3);
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

        Assert.Equal((first.Key, first.DraftedAt), (again.Key, again.DraftedAt));
    }

    [Fact]
    public async Task A_command_that_is_repeated_with_another_reason_is_refused()
    {
        var report = await ReportAsync();
        await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny", null, "key-1"));

        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("robbery", null, "key-1")));

        Assert.Equal((RefusalKind.Forbidden, "Idempotency-Key"), (refusal.Kind, refusal.Errors.Keys.Single()));
    }

    [Fact]
    public async Task Owners_whose_footage_is_gone_or_never_was_are_not_asked()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("gone") with { Retention = TimeSpan.FromMinutes(30) });
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("dark") with { Recording = false });
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("good"));
        var report = await ReportAsync();

        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));

        Assert.Equal(1, draft.Integrated.Owners);
    }

    [Fact]
    public async Task Closing_an_incident_takes_back_what_was_asked()
    {
        await PutCamerasAsync(3);
        var report = await ReportAsync();
        var canvass = await SendAsync(report);
        await DeliveredAsync(3);

        await _grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Arrest);

        await _grid.AsksAsync(asks => asks.Count == 3 && asks.All(ask => ask.State == AskState.Withdrawn));
        Assert.Equal(CanvassState.Closed, (await _grid.Client.Incidents.GetCanvassAsync(canvass))!.State);
    }

    [Fact]
    public async Task A_camera_that_changed_hands_after_the_draft_asks_nobody()
    {
        await PutCamerasAsync(1);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("c00") with { OwnerKey = new("somebody-else") });

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);

        await WorkedOutAsync(draft.Key);
        Assert.Empty(_grid.Asks());
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
        await DeliveredAsync(3);

        await _grid.Client.Incidents.ReportAsync(report with { Status = status, ReportedAt = report.ReportedAt.AddSeconds(1) });

        await _grid.AsksAsync(asks => asks.Count == 3 && asks.All(ask => ask.State == AskState.Withdrawn));
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
        _grid.Store.FailCommits(1);

        await Assert.ThrowsAnyAsync<Exception>(() => _grid.Client.Incidents.SendCanvassAsync(draft.Key));
        Assert.Equal(CanvassState.Draft, (await _grid.Client.Incidents.GetCanvassAsync(draft.Key))!.State);
        Assert.Empty(_grid.Asks());

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);
        await DeliveredAsync(3);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("canvass")]
    public async Task Deliveries_go_on_after_commits_failed(string what)
    {
        await PutCamerasAsync(12);
        var report = await ReportAsync();
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        _grid.Store.FailCommits(what == "ask" ? 5 : 2, commit => what == "ask" ? commit.Effects is [PutAsk] : commit.Key?.State == "canvass");

        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);

        await WorkedOutAsync(draft.Key);
        await DeliveredAsync(12);
    }

    [Fact]
    public async Task A_canvass_counts_as_delivered_on_a_fixed_clock_whoever_was_asked()
    {
        var report = await ReportAsync();
        var canvass = await SendAsync(report);
        var sentAt = (await _grid.Client.Incidents.GetCanvassAsync(canvass))!.SentAt!.Value;
        Assert.False((await _grid.Client.Incidents.GetCanvassAsync(canvass))!.Delivered);

        _grid.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.True((await _grid.Client.Incidents.GetCanvassAsync(canvass))!.Delivered);
        await foreach (var happened in _grid.Client.Incidents.WatchAsync(report.Key, 0, Stop))
        {
            if (happened.Kind == IncidentEventKind.CanvassDelivered)
            {
                Assert.Equal((0, true), (happened.At.Second + happened.At.Millisecond, happened.At - sentAt >= TimeSpan.FromSeconds(60)));
                Assert.True(happened.At - sentAt < TimeSpan.FromSeconds(120));
                return;
            }
        }
    }

    [Fact]
    public async Task An_ask_expires_with_the_footage_and_the_rest_stay_open()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("short") with { Retention = TimeSpan.FromHours(2) });
        await _grid.Client.Cameras.PutAsync(Samples.Integrated("long"));
        var report = await ReportAsync();
        await SendAsync(report);
        await DeliveredAsync(2);

        _grid.Time.Advance(TimeSpan.FromHours(2));
        var asks = await _grid.AsksAsync(asks => asks.Any(ask => ask.State == AskState.Expired));

        Assert.Equal([("owner-of-long", AskState.Delivered), ("owner-of-short", AskState.Expired)], asks.Select(ask => (ask.Owner, ask.State)));
    }

    [Fact]
    public async Task A_draft_that_newer_ones_replaced_is_unknown()
    {
        var report = await ReportAsync();
        var first = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        for (var i = 0; i < 5; i++)
        {
            await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        }

        Assert.DoesNotContain(first.Key, (await _grid.Client.Incidents.GetAsync(report.Key))!.Canvasses.Select(canvass => canvass.Key));
        Assert.Equal(RefusalKind.NotFound, (await Assert.ThrowsAsync<RefusedException>(
            () => _grid.Client.Incidents.SendCanvassAsync(first.Key))).Kind);
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

    private async Task<CanvassKey> SendAsync(IncidentReport report)
    {
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        return (await _grid.Client.Incidents.SendCanvassAsync(draft.Key)).Key;
    }

    /// <summary>Waits until so many asks are with their owners, and no more.</summary>
    private Task<IReadOnlyList<StoredAsk>> DeliveredAsync(int count) =>
        _grid.AsksAsync(asks => asks.Count == count && asks.All(ask => ask.State == AskState.Delivered));

    /// <summary>Waits until a canvass has worked out whom to ask: nobody is asked by it from here on.</summary>
    private Task WorkedOutAsync(CanvassKey canvass) => _grid.WorkedOutAsync(canvass);
}
