using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Demo.Scenario;
using Canvass.Demo.Tests.Grids;

namespace Canvass.Demo.Tests.Scenario;

[Trait("Category", "Unit")]
public sealed class DemoTextTests
{
    private static readonly DemoResult Result = new()
    {
        AlreadyThere = false,
        Import = new(8_700, 0, 0, 0),
        Outages = 185,
        Incident = new() { Report = DemoCity.Incident(Samples.Now), Status = IncidentStatus.Active, CreatedAt = Samples.Now },
        Coverage = Samples.Coverage,
        Canvass = Samples.Draft with { State = CanvassState.Sent },
    };

    [Fact]
    public void Text_tells_incident_coverage_canvass_and_what_to_try_next()
    {
        Assert.Equal(
            """
            Demo city: 8,700 cameras in the grid, 185 of them not recording at present.

            INCIDENT demo:1: Larceny from vehicle, active
              within 250 m of 33.78050, -84.38000
              between 2026-03-04 11:00Z and 2026-03-04 12:00Z

            COVERAGE 12 % of 196,350 m² is seen by integrated cameras; 2 blind cells

              integrated camera                            distance  share  footage
              CITY-00001 Copper St                             12 m  1.2 %  available, overwritten at 2026-03-18 12:00Z
              apd:city-00002                                  240 m 20.0 %  gap: it did not record

              registered, by cell                          households
              8844c1a8a3fffff                              5-9

            CANVASS demo:1:1: sent, reason larceny
              8 owners of 13 integrated cameras, and about 1 to 3 homes
              the first footage of an integrated camera is overwritten at 2026-03-05 11:00Z
              A canvass is drafted by the machine and sent by a person; here the demo stood in for that person.

            TRY NEXT
              curl http://localhost:8080/v1/incidents/demo%3A1
              curl http://localhost:8080/v1/incidents/demo%3A1/coverage
              curl -N http://localhost:8080/v1/incidents/demo%3A1/events
              curl http://localhost:8080/v1/canvasses/demo%3A1%3A1
              curl 'http://localhost:8080/v1/cameras?bbox=-84.39,33.775,-84.37,33.785&limit=10'

            """,
            Write(Result, new("http://localhost:8080")));
    }

    [Fact]
    public void Text_says_so_when_nothing_was_made_and_when_the_report_is_partial()
    {
        var text = Write(Result with
        {
            AlreadyThere = true,
            Canvass = null,
            Coverage = Samples.Coverage with { Complete = false, Missing = Samples.Coverage.Cells },
        });

        Assert.StartsWith("The demo city is in the grid already", text, StringComparison.Ordinal);
        Assert.Contains("partial: 1 cells did not answer", text, StringComparison.Ordinal);
        Assert.Contains("CANVASS none", text, StringComparison.Ordinal);
        Assert.DoesNotContain("curl", text, StringComparison.Ordinal);
    }

    private static string Write(DemoResult result, Uri? gateway = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        DemoText.Write(writer, result, gateway);
        return writer.ToString();
    }
}
