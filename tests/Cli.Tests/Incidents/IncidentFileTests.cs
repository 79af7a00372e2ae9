using System.Text;
using Canvass.Cli.Incidents;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;

namespace Canvass.Cli.Tests.Incidents;

[Trait("Category", "Unit")]
public sealed class IncidentFileTests
{
    private const string Window = "\"window\":{\"from\":\"2017-05-17T03:00:00Z\",\"to\":\"2017-05-17T04:00:00Z\"},\"reportedAt\":\"2017-05-17T11:00:00Z\"";

    private static readonly DateTimeOffset Now = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Incident_is_read_as_the_api_takes_it()
    {
        var report = Read(
            $$"""
            { "source": "apd-cad", "number": "171370054", "type": { "code": "LARCENY" }, "priority": 3, "status": "closed",
              "area": { "type": "Point", "coordinates": [-84.38747, 33.78014] }, "radiusM": 100, {{Window}}, "colour": "red" }
            """);

        Assert.Equal(("apd-cad:171370054", "LARCENY", 3, 33.78014, 100),
            (report.Key.Id, report.Type!.Code, report.Priority, report.Area.Centre!.Value.LatDeg, report.Area.RadiusM));
    }

    [Fact]
    public void What_the_file_leaves_out_is_what_the_api_says_it_is()
    {
        var report = Read("{\"source\":\"s\",\"number\":\"1\",\"area\":{\"type\":\"Point\",\"coordinates\":[1,2]}}");

        Assert.Equal((Now, Now.AddHours(-1), Now, 250), (report.ReportedAt, report.Window.From, report.Window.To, report.Area.RadiusM));
    }

    [Theory]
    [InlineData("{", "body", "Not JSON at line 1")]
    [InlineData("null", "body", "null")]
    [InlineData("{}", "source", "not a source")]
    [InlineData("{}", "number", "not a number")]
    [InlineData("{}", "area", "Point with 'radiusM', or a Polygon")]
    [InlineData("{\"source\":5}", "source", "5 does not belong here: give a text")]
    [InlineData("{\"window\":{\"from\":\"2026-01-01T00:00:00Z\"}}", "window.to", "There is none")]
    [InlineData("{\"window\":{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}}", "window", "swap")]
    [InlineData("{\"area\":{\"type\":\"Line\"}}", "area.type", "Polygon")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[1]}}", "area.coordinates", "no coordinates")]
    [InlineData("{\"area\":{\"type\":\"Polygon\",\"coordinates\":[]},\"radiusM\":250}", "radiusM", "leave it out")]
    [InlineData("{\"source\":\"\\ud800\"}", "body", "Unicode escape")]
    public void Anything_else_is_refused_by_field_as_the_api_does(string json, string field, string says)
    {
        var refused = Assert.Throws<RefusedException>(() => Read(json));

        Assert.Contains(says, string.Join(" ", refused.Errors[field]), StringComparison.Ordinal);
    }

    private static IncidentReport Read(string json) => IncidentFile.Read(Encoding.UTF8.GetBytes(json), Now);
}
