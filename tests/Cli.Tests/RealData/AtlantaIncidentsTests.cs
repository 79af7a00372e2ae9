using Canvass.Cli.Incidents;
using Canvass.Cli.Incidents.Csv;
using Canvass.Cli.Maps;
using Canvass.Running;

namespace Canvass.Cli.Tests.RealData;

/// <summary>The offences of the Atlanta Police Department in 2016, as the department published them.</summary>
[Trait("Category", "RealData")]
public sealed class AtlantaIncidentsTests
{
    [Fact]
    public async Task Every_row_of_a_year_is_read_or_refused_with_a_reason()
    {
        var map = new IncidentMap
        {
            Columns = FieldAssignments.Read(
                "--map",
                ["number=offense_id,from=occur_date+occur_time,to=poss_date+poss_time,type=uc2_literal,lng=x,lat=y,address=location,reportedAt=rpt_date"],
                IncidentFields.All),
            Constants = FieldAssignments.Read("--set", ["source=apd-cad,agency=apd,scheme=apd-ucr"], IncidentFields.All),
        };
        await using var file = File.OpenRead(RealFiles.Path("atlanta/incidents-apd-2016.csv"));

        var rows = await IncidentCsv.ReadAsync(file, map, new("America/New_York", []), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(29_112, rows.Count);
        Assert.Equal(29_087, rows.Count(row => row.Report is not null));
        Assert.All(rows.Where(row => row.Report is null), row => Assert.NotEmpty(row.Errors));
    }
}
