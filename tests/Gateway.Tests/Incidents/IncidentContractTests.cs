using System.Net;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class IncidentContractTests(GridFixture grid)
{
    private const string Post = "POST /v1/incidents";

    [Fact]
    public async Task An_incident_is_created_updated_by_newer_reports_and_left_alone_by_older_ones()
    {
        using var created = await grid.Http.CallAsync(Post, Samples.Incident("171370054"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/v1/incidents/apd-cad%3A171370054", created.Headers.Location?.ToString());
        await grid.Http.AnswersAsync($"GET {created.Headers.Location}", null, 200, """
            {"id":"apd-cad:171370054","source":"apd-cad","number":"171370054","agency":"apd","priority":3,"status":"active",
             "type":{"code":"LARCENY","scheme":"apd-ucr","text":"Larceny"},"area":{"type":"Point","coordinates":[-84.38747,33.78014]},
             "radiusM":250,"window":{"from":"2026-05-17T10:00:00Z","to":"2026-05-17T11:00:00Z"},"address":"950 W PEACHTREE ST NW",
             "reportedAt":"2026-05-17T11:00:00Z","createdAt":"*","canvasses":[]}
            """);

        await grid.Http.AnswersAsync(Post, Samples.Incident("171370054", "\"reportedAt\":\"2026-05-17T11:00:00Z\",\"radiusM\":300"), 200, """{"radiusM":250}""");
        await grid.Http.AnswersAsync(Post, Samples.Incident("171370054", "\"reportedAt\":\"2026-05-17T07:30:00-04:00\",\"radiusM\":300"), 200,
            """{"radiusM":300,"reportedAt":"2026-05-17T11:30:00Z"}""");
        await grid.Http.AnswersAsync(Post, Samples.Incident("171370054", "\"reportedAt\":\"2026-05-17T10:59:00Z\",\"radiusM\":400"), 200, """{"radiusM":300}""");
    }

    [Fact]
    public async Task A_polygon_is_read_back_as_it_was_given()
    {
        const string Area = """{"type":"Polygon","coordinates":[[[-84.39,33.78],[-84.38,33.78],[-84.38,33.79],[-84.39,33.78]]]}""";
        var incident = await grid.Http.AnswersAsync(Post, $$"""{"source":"poly","number":"1","area":{{Area}} }""", 201, $$"""{"area":{{Area}} }""");
        Assert.False(incident.TryGetProperty("radiusM", out _));
    }

    [Theory]
    [InlineData("\"radiusM\":10", 201)]
    [InlineData("\"radiusM\":5000", 201)]
    [InlineData("\"radiusM\":9.99", 400)]
    [InlineData("\"radiusM\":5000.01", 400)]
    [InlineData("\"priority\":0", 201)]
    [InlineData("\"priority\":99", 201)]
    [InlineData("\"priority\":100", 400)]
    [InlineData("\"priority\":-1", 400)]
    [InlineData("\"status\":\"closed\"", 201)]
    [InlineData("\"unknown\":{\"a\":[1]}", 201)]
    [InlineData("\"window\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}", 201)]
    [InlineData("\"window\":{\"from\":\"2026-01-01T00:00:01Z\",\"to\":\"2026-01-01T00:00:00Z\"}", 400)]
    public Task Limits_hold_at_their_edges(string field, int status) =>
        grid.Http.AnswersAsync(Post, Samples.Incident(Guid.NewGuid().ToString(), field), status);

    [Theory]
    [InlineData("", "body", "Not JSON at line 1, byte 1")]
    [InlineData("{\n\"a\" 1}", "body", "Not JSON at line 2, byte 5")]
    [InlineData("null", "body", "null")]
    [InlineData("[]", "body", "give an object")]
    [InlineData("{}", "source", "not a source")]
    [InlineData("{}", "number", "not a number")]
    [InlineData("{}", "area", "Point with 'radiusM', or a Polygon")]
    [InlineData("{\"source\":\"a:b\"}", "source", "'a:b' is not a source")]
    [InlineData("{\"source\":5}", "source", "5 does not belong here: give a text")]
    [InlineData("{\"number\":5}", "number", "5 does not belong here: give a text")]
    [InlineData("{\"radiusM\":\"x\"}", "radiusM", "\"x\" does not belong here: give a number")]
    [InlineData("{\"priority\":1.5}", "priority", "1.5 does not belong here: give a whole number")]
    [InlineData("{\"status\":\"open\"}", "status", "\"open\" does not belong here: give one of 'active', 'closed', 'cancelled'")]
    [InlineData("{\"status\":1}", "status", "1 does not belong here")]
    [InlineData("{\"reportedAt\":\"yesterday\"}", "reportedAt", "RFC 3339")]
    [InlineData("{\"window\":{\"from\":\"2026-01-01\"}}", "window.from", "RFC 3339")]
    [InlineData("{\"window\":{\"from\":\"2026-01-01T00:00:00Z\"}}", "window.to", "There is none")]
    [InlineData("{\"window\":[]}", "window", "give an object")]
    [InlineData("{\"type\":{\"text\":\"x\"}}", "type.code", "There is none")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[0,0]}}", "area.coordinates", "[0, 0]")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[181,0]}}", "area.coordinates", "not on the globe")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[\"1\",2]}}", "area.coordinates", "no coordinates")]
    [InlineData("{\"area\":{\"type\":\"Point\"}}", "area.coordinates", "no coordinates")]
    [InlineData("{\"area\":{\"type\":\"LineString\",\"coordinates\":[]}}", "area.type", "Polygon")]
    [InlineData("{\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,2]]]}}", "area.coordinates", "")]
    [InlineData("{\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[1.01,1.01],[1.01,1],[1,1.01],[1,1]]]}}", "area.coordinates", "")]
    [InlineData("{\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[3,3],[1,1]]]}}", "area", "keep it within 5000 m")]
    [InlineData("{\"area\":{\"type\":\"Polygon\",\"coordinates\":[]},\"radiusM\":250}", "radiusM", "leave it out")]
    public Task A_report_that_is_wrong_is_refused_by_field(string body, string field, string says) =>
        grid.Http.RefusesAsync(Post, body, 400, field, says);

    [Theory]
    [InlineData("apd-cad%3Anone")]
    [InlineData("none")]
    [InlineData("%3A")]
    [InlineData("a%20b%3A1")]
    public async Task An_unknown_incident_is_not_found_anywhere(string id)
    {
        await grid.Http.AnswersAsync($"GET /v1/incidents/{id}", null, 404);
        await grid.Http.AnswersAsync($"GET /v1/incidents/{id}/coverage", null, 404);
        await grid.Http.AnswersAsync($"GET /v1/incidents/{id}/events", null, 404);
        await grid.Http.AnswersAsync($"GET /v1/incidents/{id}/units", null, 404);
        await grid.Http.AnswersAsync($"POST /v1/incidents/{id}/close", """{"outcome":"found"}""", 404);
        await grid.Http.AnswersAsync($"POST /v1/incidents/{id}/canvass", """{"reason":"theft"}""", 404);
        await grid.Http.AnswersAsync($"GET /v1/canvasses/{id}%3A1", null, 404);
        await grid.Http.AnswersAsync($"POST /v1/canvasses/{id}%3A1/send", null, 404);
    }

    [Fact]
    public async Task An_incident_is_closed_once()
    {
        await grid.Http.AnswersAsync(Post, Samples.OpenIncident("close-1"), 201);
        await grid.Http.RefusesAsync("POST /v1/incidents/apd-cad:close-1/close", "{}", 400, "outcome", "There is none");
        await grid.Http.RefusesAsync("POST /v1/incidents/apd-cad:close-1/close", "{\"outcome\":\"lost\"}", 400, "outcome", "'nothingFound'");
        await grid.Http.AnswersAsync("POST /v1/incidents/apd-cad:close-1/close", "{\"outcome\":\"footageUsed\"}", 200,
            """{"status":"closed","outcome":"footageUsed","closedAt":"*"}""");
        await grid.Http.AnswersAsync("POST /v1/incidents/apd-cad:close-1/close", "{\"outcome\":\"footageUsed\"}", 200);
        await grid.Http.AnswersAsync("POST /v1/incidents/apd-cad:close-1/close", "{\"outcome\":\"arrest\"}", 409);
    }

    [Fact]
    public async Task Incidents_are_listed_newest_first_page_by_page()
    {
        foreach (var hour in (string[])["10", "12", "11"])
        {
            await grid.Http.AnswersAsync(Post,
                Samples.Incident($"list-{hour}", $"\"reportedAt\":\"2025-02-03T{hour}:00:00Z\"", "[30.1,40.1]"), 201);
        }

        var first = await grid.Http.AnswersAsync("GET /v1/incidents?bbox=30,40,31,41&limit=2", null, 200,
            """{"incidents":[{"number":"list-12"},{"number":"list-11"}],"cursor":"*"}""");
        var last = await grid.Http.AnswersAsync(
            $"GET /v1/incidents?bbox=30,40,31,41&limit=2&cursor={Uri.EscapeDataString(first.GetProperty("cursor").GetString()!)}", null, 200,
            """{"incidents":[{"number":"list-10"}]}""");
        Assert.False(last.TryGetProperty("cursor", out _));
        await grid.Http.AnswersAsync("GET /v1/incidents?bbox=30,40,31,41&from=2025-02-03T11:30:00%2B00:00", null, 200, """{"incidents":[{"number":"list-12"}]}""");
        await grid.Http.AnswersAsync("GET /v1/incidents?bbox=30,40,31,41&to=2025-02-03T09:30:00Z", null, 200, """{"incidents":[{"number":"list-10"}]}""");
        await grid.Http.AnswersAsync("GET /v1/incidents?bbox=30,40,31,41&status=closed", null, 200, """{"incidents":[]}""");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("from=2025", "from")]
    [InlineData("to=2025-02-03T11:30:00", "to")]
    [InlineData("status=open", "status")]
    [InlineData("status=0", "status")]
    [InlineData("bbox=,,,", "bbox")]
    [InlineData("from=2025-02-03T11:30:00Z&to=2025-02-03T11:00:00Z", "from")]
    public Task A_list_refuses_what_it_cannot_read(string query, string field) =>
        grid.Http.RefusesAsync($"GET /v1/incidents?{query}", null, 400, field, "");
}
