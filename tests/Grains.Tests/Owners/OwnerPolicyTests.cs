using Canvass.Contracts.Incidents;
using Canvass.Contracts.Owners;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Owners;

[Trait("Category", "Cluster")]
public sealed class OwnerPolicyTests
{
    [Fact]
    public async Task Fourth_ask_in_seven_days_waits_and_is_delivered_when_the_first_is_seven_days_old()
    {
        await using var grid = await TestGrid.StartAsync();
        await grid.Client.Cameras.PutAsync(Samples.Integrated("c") with { Retention = TimeSpan.FromDays(60) });
        for (var i = 1; i <= 4; i++)
        {
            await SendAsync(grid, $"{i}", priority: null);
            await grid.AsksAsync(asks => asks.Count == i);
            grid.Time.Advance(TimeSpan.FromHours(1));
        }

        var fourth = grid.Asks().Single(ask => ask.Incident == "test:4");
        Assert.Equal((AskState.Pending, grid.Asks()[0].At.AddDays(7)), (fourth.State, fourth.At));

        grid.Time.Advance(TimeSpan.FromDays(7));
        await grid.AsksAsync(asks => asks.All(ask => ask.State == AskState.Delivered));
    }

    [Fact]
    public async Task Ask_in_quiet_hours_waits_until_they_end()
    {
        await using var grid = await TestGrid.StartAsync(policy: options => options.QuietHours = QuietNow());
        await grid.Client.Cameras.PutAsync(Samples.Integrated("c"));
        await SendAsync(grid, "1", priority: 3);
        var waiting = Assert.Single(await grid.AsksAsync(asks => asks.Count == 1));
        Assert.Equal(AskState.Pending, waiting.State);

        grid.Time.Advance(waiting.At - grid.Now + TimeSpan.FromSeconds(1));
        await grid.AsksAsync(asks => asks.Single().State == AskState.Delivered);
    }

    [Fact]
    public async Task Ask_of_an_emergency_passes_quiet_hours()
    {
        await using var grid = await TestGrid.StartAsync(policy: options => options.QuietHours = QuietNow());
        await grid.Client.Cameras.PutAsync(Samples.Integrated("c"));

        await SendAsync(grid, "1", priority: 1);

        await grid.AsksAsync(asks => asks is [{ State: AskState.Delivered }]);
    }

    [Fact]
    public async Task Waiting_ask_of_an_incident_that_ends_is_never_delivered()
    {
        await using var grid = await TestGrid.StartAsync(policy: options => options.QuietHours = QuietNow());
        await grid.Client.Cameras.PutAsync(Samples.Integrated("c"));
        var report = await SendAsync(grid, "1", priority: 3);
        await grid.AsksAsync(asks => asks is [{ State: AskState.Pending }]);

        await grid.Client.Incidents.CloseAsync(report.Key, IncidentOutcome.Found);
        await grid.AsksAsync(asks => asks is [{ State: AskState.Withdrawn }]);

        grid.Time.Advance(TimeSpan.FromDays(1));
        await SendAsync(grid, "2", priority: 1);
        await grid.AsksAsync(asks => asks.Count == 2 && asks[1].State == AskState.Delivered);
        Assert.Equal(AskState.Withdrawn, grid.Asks()[0].State);
    }

    /// <summary>Quiet hours from an hour ago until in an hour, New York time.</summary>
    private static string QuietNow()
    {
        var local = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        return $"{local.AddHours(-1):HH:mm}-{local.AddHours(1):HH:mm}";
    }

    private static async Task<IncidentReport> SendAsync(TestGrid grid, string number, int? priority)
    {
        var report = Samples.Report(number, grid.Now) with { Priority = priority };
        await grid.Client.Incidents.ReportAsync(report);
        var draft = await grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await grid.Client.Incidents.SendCanvassAsync(draft.Key);
        return report;
    }
}
