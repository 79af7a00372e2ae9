using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Units;

[Trait("Category", "Cluster")]
public sealed class UnitContractTests(GridFixture grid)
{
    private const string Post = "POST /v1/units/positions";
    private static readonly string Now = Time(TimeSpan.Zero);
    private static readonly string Before = Time(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Positions_are_taken_and_bad_ones_named()
    {
        await grid.Http.AnswersAsync(Post, $$"""
            {"positions":[
             {"agency":"apd","callSign":"U1","at":"{{Now}}","coordinates":[40.5,-10.5],"speedMps":3.5,"headingDeg":90,"status":"enroute","accuracyM":4},
             {"agency":"apd","callSign":"U2","at":"{{Now}}","coordinates":[0,0]},
             {"agency":5},
             null,
             {"agency":"apd","callSign":"U3","at":"2026-05-17T03:00:00","coordinates":[1,2]},
             {"agency":"apd","callSign":"U1","at":"{{Before}}","coordinates":[41,-10.5]}]}
            """, 202, """
            {"accepted":1,"rejected":[{"index":1,"errors":{"coordinates":["*"]}},{"index":2,"errors":{"agency":["*"]}},
             {"index":3,"errors":{"callSign":["*"]}},{"index":4,"errors":{"at":["*"]}},{"index":5,"errors":"*"}]}
            """);
        await grid.Http.AnswersAsync("GET /v1/units?bbox=40,-11,41,-10", null, 200, $$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[40.5,-10.5]},
             "properties":{"agency":"apd","callSign":"U1","at":"{{Now}}","accuracyM":4,"speedMps":3.5,"headingDeg":90,"status":"enroute"} }]}
            """);
    }

    [Fact]
    public async Task Units_near_an_incident_are_those_of_its_agency()
    {
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.Incident("unit-1", "\"priority\":1", "[42.5,-12.5]"), 201);
        await grid.Http.AnswersAsync(Post, $$"""
            {"positions":[{"agency":"apd","callSign":"N1","at":"{{Now}}","coordinates":[42.5,-12.5]},
             {"agency":"other","callSign":"N2","at":"{{Now}}","coordinates":[42.5,-12.5]}]}
            """, 202, """{"accepted":2,"rejected":[]}""");
        await grid.Http.AnswersAsync("GET /v1/incidents/apd-cad:unit-1/units", null, 200, """{"features":[{"properties":{"callSign":"N1"}}]}""");
    }

    [Theory]
    [InlineData("{}", "positions", "There are none")]
    [InlineData("{\"positions\":5}", "positions", "give an array")]
    [InlineData("[]", "body", "give an object")]
    public Task A_body_without_positions_is_refused(string body, string field, string says) =>
        grid.Http.RefusesAsync(Post, body, 400, field, says);

    [Fact]
    public Task A_box_that_is_none_is_refused() => grid.Http.RefusesAsync("GET /v1/units?bbox=1", null, 400, "bbox", "west,south,east,north");

    private static string Time(TimeSpan ago) =>
        (DateTimeOffset.UtcNow - ago).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
