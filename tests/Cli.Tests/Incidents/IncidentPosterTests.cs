using System.Collections.Concurrent;
using Canvass.Cli.Incidents;
using Canvass.Cli.Incidents.Csv;
using Canvass.Cli.Tests.Grids;
using Canvass.Client.Rows;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Cli.Tests.Incidents;

[Trait("Category", "Unit")]
public sealed class IncidentPosterTests
{
    private static readonly Dictionary<string, string[]> NoErrors = [];

    private readonly ConcurrentQueue<IncidentReport> _posted = [];
    private readonly ConcurrentQueue<RejectedRow> _rejected = [];

    [Fact]
    public async Task Good_rows_are_posted_and_bad_ones_named()
    {
        var rows = Enumerable.Range(1, 500).Select(number => number % 10 == 0
            ? new ParsedIncidentRow(number, $"{number}", null, new Dictionary<string, string[]> { ["lng"] = ["It is missing."] })
            : Row(number));

        var totals = await RunAsync(rows, Post);

        Assert.Equal((450, 0, 0, 50), (totals.Imported, totals.Updated, totals.Unchanged, totals.Rejected));
        Assert.Equal(450, _posted.DistinctBy(report => report.Key).Count());
        Assert.All(_rejected, row => Assert.Equal(0, row.Row % 10));
    }

    [Fact]
    public async Task Rows_of_one_incident_are_posted_in_order()
    {
        await RunAsync(Enumerable.Range(1, 300).Select(number => Row(number, $"{number % 7}")), async report =>
        {
            await Task.Yield();
            return await Post(report);
        });

        Assert.All(_posted.GroupBy(report => report.Key), incident =>
            Assert.Equal(incident.OrderBy(report => report.Priority), incident));
    }

    [Fact]
    public async Task Post_without_an_answer_is_repeated()
    {
        var attempts = 0;

        var totals = await RunAsync([Row(1)], report => ++attempts < 3 ? throw new TimeoutException() : Post(report));

        Assert.Equal((3, 1), (attempts, totals.Imported));
    }

    [Fact]
    public async Task Grid_that_stays_silent_ends_the_import() => await Assert.ThrowsAsync<TimeoutException>(
        () => RunAsync(Enumerable.Range(1, 5_000).Select(number => Row(number)), _ => throw new TimeoutException()));

    [Fact]
    public async Task Row_that_the_grid_refuses_is_named()
    {
        var totals = await RunAsync([Row(1)], _ => throw new RefusedException(RefusalKind.Forbidden, "Not this one."));

        Assert.Equal(1, totals.Rejected);
        Assert.Equal("Not this one.", Assert.Single(_rejected).Errors["incident"][0]);
    }

    private static ParsedIncidentRow Row(int row, string? number = null)
    {
        var key = new IncidentKey("cad", number ?? $"{row}");
        return new(row, key.Number, Samples.Incident.Report with { Key = key, Priority = row }, NoErrors);
    }

    private Task<ReportOutcome> Post(IncidentReport report)
    {
        _posted.Enqueue(report);
        return Task.FromResult(new ReportOutcome(ReportEffect.Created, Samples.Incident));
    }

    private Task<Canvass.Client.Cameras.ImportTotals> RunAsync(IEnumerable<ParsedIncidentRow> rows, Func<IncidentReport, Task<ReportOutcome>> report) =>
        new IncidentPoster(report, _rejected.Enqueue, progress: null).RunAsync(rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
}
