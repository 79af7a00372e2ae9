using System.Text;
using Canvass.Cli.Commands;
using Canvass.Cli.Incidents;
using Canvass.Cli.Incidents.Csv;
using Canvass.Cli.Maps;

namespace Canvass.Cli.Tests.Incidents;

[Trait("Category", "Unit")]
public sealed class IncidentCsvTests
{
    private const string Header = "offense_id,rpt_date,occur_date,occur_time,poss_date,poss_time,location,uc2_literal,x,y\n";

    private static readonly IncidentMap Map = new()
    {
        Columns = FieldAssignments.Read(
            "--map",
            ["number=offense_id,from=occur_date+occur_time,to=poss_date+poss_time,type=uc2_literal,lng=x,lat=y,address=location,reportedAt=rpt_date"],
            IncidentFields.All),
        Constants = FieldAssignments.Read("--set", ["source=apd-cad,agency=apd,scheme=apd-ucr"], IncidentFields.All),
    };

    [Fact]
    public async Task Row_becomes_a_report()
    {
        var row = await OneAsync("7,07/11/2016,07/10/2016,22:00:00,07/11/2016,01:00:00,\"78 MARIETTA ST, NW\",LARCENY,-84.39,33.75");

        var report = row.Report!;
        Assert.Equal(("apd-cad:7", "apd", "LARCENY", "apd-ucr", "78 MARIETTA ST, NW"),
            (report.Key.Id, report.Agency, report.Type!.Code, report.Type.Scheme, report.Address));
        Assert.Equal((33.75, -84.39, 250), (report.Area.Centre!.Value.LatDeg, report.Area.Centre.Value.LngDeg, report.Area.RadiusM));
        Assert.Equal("2016-07-11T02:00:00Z 2016-07-11T05:00:00Z 2016-07-11T04:00:00Z",
            $"{report.Window.From:yyyy-MM-ddTHH:mm:ssZ} {report.Window.To:yyyy-MM-ddTHH:mm:ssZ} {report.ReportedAt:yyyy-MM-ddTHH:mm:ssZ}");
    }

    [Fact]
    public async Task Row_without_an_end_ends_when_it_starts()
    {
        var row = await OneAsync("7,,07/10/2016,22:00:00,,,,LARCENY,-84.39,33.75");

        Assert.Equal(row.Report!.Window.From, row.Report.Window.To);
        Assert.Equal(row.Report.Window.To, row.Report.ReportedAt);
    }

    [Fact]
    public async Task Moment_in_the_hour_that_occurs_twice_gives_both_of_them()
    {
        var row = await OneAsync("7,,11/06/2016,01:30:00,11/06/2016,01:30:00,,LARCENY,-84.39,33.75");

        Assert.Equal(TimeSpan.FromHours(1), row.Report!.Window.To - row.Report.Window.From);
    }

    [Theory]
    [InlineData("7,,07/10/2016,22:00:00,,,,L,,33.75", "lng: It is missing")]
    [InlineData("7,,07/10/2016,22:00:00,,,,L,-84.39,", "lat: It is missing")]
    [InlineData("7,,07/10/2016,22:00:00,,,,L,-84.39,north", "lat: 'north' is not a number")]
    [InlineData("7,,07/10/2016,22:00:00,,,,L,0,0", "area.coordinates: [0, 0]")]
    [InlineData("7,,07/10/2016,22:00:00,,,,L,-184.39,33.75", "area.coordinates: [-184.39, 33.75]")]
    [InlineData("7,,,,,,,L,-84.39,33.75", "from: It is missing")]
    [InlineData("7,,07/10/2016,,,,,L,-84.39,33.75", "from: '07/10/2016' lacks its occur_time")]
    [InlineData("7,,07/10/2016,22:00:00,07/11/2016,,,L,-84.39,33.75", "to: '07/11/2016' lacks its poss_time")]
    [InlineData("7,,07/10/2016,25:00:00,,,,L,-84.39,33.75", "from: '07/10/2016 25:00:00' is not a date with a time")]
    [InlineData("7,,07/10/2016,22:00:00,07/10/2016,21:59:59,,L,-84.39,33.75", "window: It ends")]
    [InlineData(",,07/10/2016,22:00:00,,,,L,-84.39,33.75", "number: It is missing")]
    [InlineData("two words,,07/10/2016,22:00:00,,,,L,-84.39,33.75", "number: 'two words' is not a number")]
    public async Task Row_that_cannot_be_asked_about_is_refused_with_its_reason(string line, string reason)
    {
        var row = await OneAsync(line);

        Assert.Null(row.Report);
        var error = Assert.Single(row.Errors);
        Assert.StartsWith(reason, $"{error.Key}: {Assert.Single(error.Value)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.7", "priority: '2.7' is not a whole number")]
    [InlineData("1e300", "priority: '1e300' is not a whole number")]
    [InlineData("100", "priority: 100 is out of range")]
    public async Task Priority_is_a_whole_number_as_for_the_api(string priority, string reason)
    {
        var constants = new Dictionary<string, string>(Map.Constants) { ["priority"] = priority };

        var row = Assert.Single(await ReadAsync(
            "7,,07/10/2016,22:00:00,,,,L,-84.39,33.75\n", new() { Columns = Map.Columns, Constants = constants }));

        var error = Assert.Single(row.Errors);
        Assert.StartsWith(reason, $"{error.Key}: {Assert.Single(error.Value)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_counted_from_one_and_reading_goes_on_after_a_bad_one()
    {
        var rows = await ReadAsync("1,,,,,,,L,-84.39,33.75\n2,,07/10/2016,22:00:00,,,,L,-84.39,33.75\n3\n");

        Assert.Equal([(1, "1", false), (2, "2", true), (3, "3", false)], rows.Select(row => (row.Number, row.Id, row.Report is not null)));
    }

    [Fact]
    public async Task Column_that_is_not_there_is_refused_with_those_that_are()
    {
        var map = new IncidentMap { Columns = new Dictionary<string, string> { ["lng"] = "longitude" } };

        var exception = await Assert.ThrowsAsync<UsageException>(() => ReadAsync("", map));

        Assert.StartsWith("The file has no column 'longitude' for lng: it has offense_id, rpt_date,", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<ParsedIncidentRow> OneAsync(string line) => Assert.Single(await ReadAsync(line + "\n"));

    private static async Task<List<ParsedIncidentRow>> ReadAsync(string lines, IncidentMap? map = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + lines));
        return await IncidentCsv.ReadAsync(content, map ?? Map, new("America/New_York", []), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
