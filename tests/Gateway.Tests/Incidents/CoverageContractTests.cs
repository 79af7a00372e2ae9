using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class CoverageContractTests(GridFixture grid)
{
    private const string Area = "\"area\":{\"type\":\"Point\",\"coordinates\":[-70.5,10.5]},\"radiusM\":50";

    [Fact]
    public async Task Coverage_of_an_incident_says_what_was_seen_and_what_is_left_of_it()
    {
        await grid.Http.AnswersAsync("PUT /v1/cameras/cov-1", Samples.Camera("\"tier\":\"integrated\",\"name\":\"C\"", "[-70.5,10.5]"), 201);
        await grid.Http.AnswersAsync("POST /v1/incidents", $$"""{"source":"cov","number":"1",{{Area}} }""", 201);

        var coverage = await grid.Http.AnswersAsync("GET /v1/incidents/cov%3A1/coverage", null, 200, """
            {"incidentId":"cov:1","asOf":"*","complete":true,"area":{"areaM2":7854,"cells":"*"},
             "share":{"integrated":"*"},
             "cameras":[{"id":"cov-1","name":"C","coordinates":[-70.5,10.5],"distanceM":0,"share":"*",
                         "footage":{"state":"available","overwrittenAt":"*"}}],
             "registered":"*","blind":"*"}
            """);

        Assert.False(coverage.TryGetProperty("missing", out _));
        Assert.InRange(coverage.GetProperty("share").GetProperty("integrated").GetDouble(), 0.63, 0.65);
        Assert.All(coverage.GetProperty("registered").EnumerateArray(), cell => Assert.Equal("0", cell.GetProperty("households").GetString()));
    }

    [Fact]
    public async Task Coverage_without_an_incident_says_nothing_of_footage()
    {
        await grid.Http.AnswersAsync("PUT /v1/cameras/cov-2", Samples.Camera(coordinates: "[-60.5,10.5]"), 201);

        var coverage = await grid.Http.AnswersAsync(
            "POST /v1/coverage", $"{{{Area.Replace("-70", "-60", StringComparison.Ordinal)}}}", 200, """{"cameras":[{"id":"cov-2"}]}""");

        Assert.False(coverage.TryGetProperty("incidentId", out _));
        Assert.False(coverage.GetProperty("cameras")[0].TryGetProperty("footage", out _));
        Assert.False(coverage.TryGetProperty("footage", out _));
    }

    [Fact]
    public async Task Coverage_of_an_area_and_a_window_counts_footage_and_tells_no_cameras_state()
    {
        await grid.Http.AnswersAsync("PUT /v1/cameras/cov-3", Samples.Camera(coordinates: "[-50.5,10.5]"), 201);
        var area = Area.Replace("-70", "-50", StringComparison.Ordinal);
        foreach (var (window, expected) in new[]
        {
            ("\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2020-01-01T01:00:00Z\"", "overwritten"), ("\"from\":\"2099-01-01T00:00:00Z\",\"to\":\"2099-01-01T01:00:00Z\"", "gap"),
        })
        {
            var coverage = await grid.Http.AnswersAsync("POST /v1/coverage", $"{{{area},\"window\":{{{window}}}}}", 200);

            Assert.Equal(1, coverage.GetProperty("footage").GetProperty(expected).GetInt32());
            Assert.False(coverage.GetProperty("cameras")[0].TryGetProperty("footage", out _));
        }
    }

    [Theory]
    [InlineData("{}", "area", "Point")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"radiusM\":9}", "radiusM", "9 is out of range")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"window\":{}}", "window.from", "There is none")]
    [InlineData("{\"area\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"window\":{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}}", "window", "swap")]
    [InlineData("{\"area\":5}", "area", "give an object")]
    public Task A_question_that_is_wrong_is_refused_by_field(string body, string field, string says) =>
        grid.Http.RefusesAsync("POST /v1/coverage", body, 400, field, says);
}
