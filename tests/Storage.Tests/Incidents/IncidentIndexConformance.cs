using System.Globalization;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Geo.Positions;
using Canvass.Grains.Incidents;
using Canvass.Grains.Storage;

namespace Canvass.Storage.Tests.Incidents;

/// <summary>What every index of incidents does.</summary>
public abstract class IncidentIndexConformance : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2017, 5, 17, 12, 0, 0, TimeSpan.Zero);

    private IIncidentIndex? _index;
    private IProcessStore? _store;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IIncidentIndex Index => _index!;

    public async ValueTask InitializeAsync() => (_index, _store) = await CreateAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<(IIncidentIndex Index, IProcessStore Store)> CreateAsync();

    private Task WriteAsync(IncidentRow row, CancellationToken cancellationToken) =>
        _store!.CommitAsync(new() { Effects = [new IndexIncident(row)] }, cancellationToken);

    [Fact]
    public async Task Events_are_read_in_order_after_any_of_them()
    {
        IncidentEvent[] events =
        [
            .. Enum.GetValues<IncidentEventKind>().Select((kind, i) => new IncidentEvent
            {
                Sequence = i + 1, At = Noon.AddTicks(i), Kind = kind, Canvass = i % 2 == 0 ? null : i,
            }),
        ];
        var incident = Row("a").Incident.Report.Key;
        await _store!.CommitAsync(new() { Effects = [.. events.Select(happened => new AppendEvent(incident, happened)), new AppendEvent(new("test", "b"), events[0])] }, Cancellation);

        Assert.Equal(events, await Index.EventsAsync(incident, 0, 100, Cancellation));
        Assert.Equal(events[2..4], await Index.EventsAsync(incident, 2, 2, Cancellation));
        Assert.Empty(await Index.EventsAsync(new("test", "c"), 0, 100, Cancellation));
    }

    [Fact]
    public async Task A_written_row_is_listed_whole()
    {
        var row = Row("a", type: new("LARCENY", "ucr", "Ärger 🎥"));
        await WriteAsync(row, Cancellation);

        Assert.Equal(Comparable(row), Comparable(Assert.Single(await ListAsync(new()))));
    }

    [Fact]
    public async Task A_newer_row_replaces_an_older_one_and_not_the_other_way_round()
    {
        await WriteAsync(Row("a", status: IncidentStatus.Active, revision: 2), Cancellation);
        await WriteAsync(Row("a", status: IncidentStatus.Cancelled, revision: 1), Cancellation);
        await WriteAsync(Row("a", status: IncidentStatus.Cancelled, revision: 2), Cancellation);
        Assert.Equal(IncidentStatus.Active, Assert.Single(await ListAsync(new())).Incident.Status);

        await WriteAsync(Row("a", status: IncidentStatus.Closed, revision: 3), Cancellation);
        var row = Assert.Single(await ListAsync(new()));
        Assert.Equal((IncidentStatus.Closed, 3L), (row.Incident.Status, row.Revision));
    }

    [Fact]
    public async Task Of_rows_written_at_once_the_newest_of_each_incident_stays()
    {
        await Task.WhenAll(Enumerable.Range(0, 600).Select(number => Task.Run(
            () => WriteAsync(Row($"{number % 50:D2}", revision: 1 + (number * 7_919 % 600)), Cancellation))));

        var newest = Enumerable.Range(0, 600).GroupBy(number => number % 50).Select(of => (of.Key, of.Max(number => 1 + (number * 7_919L % 600))));
        Assert.Equal(newest, (await ListAsync(new() { Limit = 100 })).Select(row => (int.Parse(row.Incident.Report.Key.Number, CultureInfo.InvariantCulture), row.Revision)));
    }

    [Fact]
    public async Task Rows_come_newest_report_first_then_by_id()
    {
        await WriteAsync(Row("b", hour: 1), Row("a", hour: 1), Row("c", hour: 2), Row("A", hour: 1), Row("🎥", hour: 1), Row("\uFFFD", hour: 1));

        Assert.Equal(["c", "A", "a", "b", "\uFFFD", "🎥"], await NumbersAsync(new()));
    }

    [Fact]
    public async Task Pages_join_without_gap_even_where_reports_share_a_moment()
    {
        await WriteAsync([.. Enumerable.Range(0, 10).Select(number => Row($"n{number}", hour: number / 4))]);
        var query = new IncidentQuery { Limit = 3 };

        List<IncidentRow> listed = [];
        while (await ListAsync(query, listed.Count == 0 ? null : Position(listed[^1])) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 3);
            listed.AddRange(page);
        }

        Assert.Equal(await NumbersAsync(new()), listed.Select(Number));
        Assert.Equal(10, listed.Count);
    }

    [Fact]
    public async Task Times_are_kept_to_their_last_tick()
    {
        await WriteAsync(Row("a", hour: 1), Row("b", hour: 1, ticks: 1));

        Assert.Equal(["b", "a"], await NumbersAsync(new()));
        Assert.Equal(["a"], (await ListAsync(new(), new(Noon.AddHours(1).AddTicks(1), "apd:b"))).Select(Number));
    }

    [Theory]
    [InlineData(IncidentStatus.Active, "a")]
    [InlineData(IncidentStatus.Closed, "b")]
    [InlineData(IncidentStatus.Cancelled, "c")]
    public async Task A_list_keeps_to_a_status(IncidentStatus status, string expected)
    {
        await WriteAsync(
            Row("a", status: IncidentStatus.Active), Row("b", status: IncidentStatus.Closed), Row("c", status: IncidentStatus.Cancelled));

        Assert.Equal([expected], await NumbersAsync(new() { Status = status }));
    }

    [Theory]
    [InlineData(0.0, 3.0, "abc")]
    [InlineData(1.0, 1.0, "ab")]
    [InlineData(1.5, null, "bc")]
    [InlineData(null, 0.5, "a")]
    [InlineData(3.1, null, "")]
    [InlineData(null, -0.1, "")]
    public async Task A_list_holds_windows_that_touch_the_time_asked_for(double? fromHour, double? toHour, string expected)
    {
        await WriteAsync(Row("a", hour: 0), Row("b", hour: 1), Row("c", hour: 2));

        var query = new IncidentQuery
        {
            From = fromHour is { } from ? Noon.AddHours(from) : null,
            To = toHour is { } to ? Noon.AddHours(to) : null,
        };

        Assert.Equal(expected, string.Concat((await NumbersAsync(query)).Order()));
    }

    [Fact]
    public async Task A_list_keeps_to_its_box_rim_included()
    {
        await WriteAsync(
            Row("inside", centre: new(33.5, -84.5)), Row("corner", centre: new(33, -85)), Row("north", centre: new(34.01, -84.5)),
            Row("west", centre: new(33.5, -85.01)));

        Assert.Equal(["corner", "inside"], await NumbersAsync(new() { Box = new(-85, 33, -84, 34) }));
    }

    [Fact]
    public async Task A_box_may_cross_the_antimeridian()
    {
        await WriteAsync(Row("fiji", centre: new(-17, 179.5)), Row("samoa", centre: new(-14, -172)), Row("atlanta", centre: new(-15, -84)));

        Assert.Equal(["fiji", "samoa"], await NumbersAsync(new() { Box = new(170, -20, -170, -10) }));
    }

    [Fact]
    public async Task Filters_and_pages_go_together()
    {
        await WriteAsync([.. Enumerable.Range(0, 20).Select(number => Row(
            $"n{number:D2}", hour: number, status: number % 2 == 0 ? IncidentStatus.Active : IncidentStatus.Closed))]);
        var query = new IncidentQuery
        {
            Status = IncidentStatus.Active,
            From = Noon.AddHours(5),
            To = Noon.AddHours(14),
            Box = new(-85, 33, -84, 34),
            Limit = 3,
        };

        var first = await ListAsync(query);
        var second = await ListAsync(query, Position(first[^1]));

        Assert.Equal(["n14", "n12", "n10"], first.Select(Number));
        Assert.Equal(["n08", "n06", "n04"], second.Select(Number));
    }

    [Fact]
    public async Task Concurrent_writers_leave_the_newest_row()
    {
        await Task.WhenAll(Enumerable.Range(1, 64).Select(revision =>
            Task.Run(() => WriteAsync(Row("a", revision: revision), Cancellation))));

        Assert.Equal(64, Assert.Single(await ListAsync(new())).Revision);
    }

    private static IncidentRow Row(
        string number, double hour = 0, long ticks = 0, IncidentStatus status = IncidentStatus.Active, LatLng? centre = null, long revision = 1,
        IncidentType? type = null)
    {
        var at = Noon.AddHours(hour).AddTicks(ticks);
        var position = centre ?? new LatLng(33.78014, -84.38747);
        var report = new IncidentReport
        {
            Key = new("apd", number),
            Agency = "apd",
            Type = type,
            Status = IncidentStatus.Active,
            Area = IncidentArea.Circle(position),
            Window = new(at, at.AddHours(1)),
            ReportedAt = at,
        };
        return new(new Incident { Report = report, Status = status, CreatedAt = at }, position, revision);
    }

    private static string Number(IncidentRow row) => row.Incident.Report.Key.Number;

    private static IncidentRowPosition Position(IncidentRow row) => new(row.Incident.Report.ReportedAt, row.Incident.Report.Key.Id);

    private static IncidentRow Comparable(IncidentRow row)
    {
        Assert.Empty(row.Incident.Canvasses);
        return row with { Incident = row.Incident with { Canvasses = [] } };
    }

    private async Task WriteAsync(params IncidentRow[] rows)
    {
        foreach (var row in rows)
        {
            await WriteAsync(row, Cancellation);
        }
    }

    private Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after = null) =>
        Index.ListAsync(query, after, Cancellation);

    private async Task<IEnumerable<string>> NumbersAsync(IncidentQuery query) => (await ListAsync(query)).Select(Number);
}
