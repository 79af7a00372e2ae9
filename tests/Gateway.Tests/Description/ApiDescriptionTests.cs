using System.Text.Json;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Description;

[Trait("Category", "Cluster")]
public sealed class ApiDescriptionTests(GridFixture grid)
{
    private static readonly string[] Paths =
    [
        "/v1/cameras", "/v1/cameras/{cameraId}", "/v1/cameras:import", "/v1/cameras/status", "/v1/incidents", "/v1/incidents/{incidentId}",
        "/v1/incidents/{incidentId}/close", "/v1/incidents/{incidentId}/coverage", "/v1/incidents/{incidentId}/canvass",
        "/v1/incidents/{incidentId}/events", "/v1/incidents/{incidentId}/units", "/v1/coverage", "/v1/canvasses/{canvassId}",
        "/v1/canvasses/{canvassId}/send", "/v1/units", "/v1/units/positions", "/health/live", "/health/ready", "/health/startup",
    ];

    [Fact]
    public async Task Every_endpoint_is_described_with_a_summary_an_answer_and_its_problems()
    {
        var api = await grid.Http.AnswersAsync("GET /openapi/v1.json", null, 200);

        Assert.StartsWith("3.1", api.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = api.GetProperty("paths");
        Assert.All(Paths, path => Assert.True(paths.TryGetProperty(path, out _), path));
        foreach (var (path, operation) in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (path.Name, call.Value))))
        {
            Assert.True(operation.TryGetProperty("summary", out _), path);
            var responses = operation.GetProperty("responses").EnumerateObject().ToList();
            Assert.Contains(responses, response => response.Name.StartsWith('2'));
            Assert.All(responses.Where(response => response.Name[0] is '4' or '5'),
                response => Assert.True(response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _)));
        }
    }

    [Fact]
    public async Task Schemas_are_of_what_is_really_sent()
    {
        var schemas = (await grid.Http.AnswersAsync("GET /openapi/v1.json", null, 200)).GetProperty("components").GetProperty("schemas");

        Assert.Equal(["integrated"], Required(schemas, "ShareAnswer"));
        Assert.Equal(["area", "number", "source"], Required(schemas, "IncidentBody"));
        Assert.Equal(["detail", "instance", "status", "title", "type"], Properties(schemas, "ProblemDetails"));
        Assert.Equal(["detail", "errors", "instance", "status", "title", "type"], Properties(schemas, "HttpValidationProblemDetails"));
        Assert.Equal(["at", "kind", "sequence"], Required(schemas, "IncidentEventAnswer"));
        Assert.Equal("date-time", schemas.GetProperty("IncidentAnswer").GetProperty("properties").GetProperty("createdAt").GetProperty("format").GetString());
        Assert.Equal("number", schemas.GetProperty("ShareAnswer").GetProperty("properties").GetProperty("integrated").GetProperty("type").GetString());
        Assert.False(schemas.GetProperty("CameraProperties").GetProperty("properties").TryGetProperty("stream", out _));
        Assert.True(schemas.TryGetProperty("PositionBody", out _));
    }

    private static IEnumerable<string> Properties(JsonElement schemas, string name) =>
        schemas.GetProperty(name).GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string?> Required(JsonElement schemas, string name) =>
        schemas.GetProperty(name).GetProperty("required").EnumerateArray().Select(field => field.GetString()).Order(StringComparer.Ordinal);
}
