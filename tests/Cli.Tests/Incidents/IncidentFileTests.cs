using Canvass.Cli.Commands;
using Canvass.Cli.Incidents;

namespace Canvass.Cli.Tests.Incidents;

[Trait("Category", "Unit")]
public sealed class IncidentFileTests
{
    private const string Window = "\"window\":{\"from\":\"2017-05-17T03:00:00Z\",\"to\":\"2017-05-17T04:00:00Z\"},\"reportedAt\":\"2017-05-17T11:00:00Z\"";

    [Fact]
    public void Incident_is_read_as_the_api_takes_it()
    {
        var report = IncidentFile.Read(
            $$"""
            { "source": "apd-cad", "number": "171370054", "type": { "code": "LARCENY" }, "priority": 3, "status": "closed",
              "area": { "type": "Point", "coordinates": [-84.38747, 33.78014] }, "radiusM": 100, {{Window}}, "colour": "red" }
            """);

        Assert.Equal(("apd-cad:171370054", "LARCENY", 3, 33.78014, 100),
            (report.Key.Id, report.Type!.Code, report.Priority, report.Area.Centre!.Value.LatDeg, report.Area.RadiusM));
    }

    [Theory]
    [InlineData("{", "--file")]
    [InlineData("null", "--file")]
    [InlineData("{\"source\":\"s\"}", "window")]
    [InlineData("{\"number\":\"1\"," + Window + "}", "source")]
    [InlineData("{\"source\":\"s\"," + Window + "}", "number")]
    [InlineData("{\"source\":\"s\",\"number\":\"1\"," + Window + "}", "area")]
    [InlineData("{\"source\":\"s\",\"number\":\"1\",\"area\":{\"type\":\"Line\"}," + Window + "}", "area")]
    [InlineData("{\"source\":\"s\",\"number\":\"1\",\"area\":{\"type\":\"Point\",\"coordinates\":[1]}," + Window + "}", "--file")]
    public void Anything_else_is_refused_by_field(string json, string field) =>
        Assert.Equal(field, Assert.Throws<UsageException>(() => IncidentFile.Read(json)).Field);
}
