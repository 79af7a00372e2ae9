using System.Text;

namespace Canvass.Silo.Tests.Fuzzing;

/// <summary>A valid request for every endpoint, to be broken.</summary>
internal static class ValidRequests
{
    private const string Json = "application/json";
    private const string Feature =
        """
        {"type":"Feature","id":"f1","geometry":{"type":"Point","coordinates":[-84.38747,33.78014]},"properties":{"name":"n","tier":"integrated",
        "agency":"apd","ownerId":"o","kind":"fixed","bearingDeg":180,"hfovDeg":90,"rangeM":60,"heightM":6,"retentionHours":72,"recording":true,
        "view":{"type":"Polygon","coordinates":[[[-84.388,33.78],[-84.387,33.78],[-84.387,33.781],[-84.388,33.78]]]},
        "stream":{"protocol":"rtsp","url":"rtsp://camera.invalid/1"},"address":"1 Peachtree St"}}
        """;

    public static IReadOnlyList<FuzzedRequest> All(DateTimeOffset now)
    {
        var time = now.ToString("yyyy-MM-ddTHH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var area = """ "area":{"type":"Point","coordinates":[-84.38747,33.78014]},"radiusM":250 """;
        var ring = """ "area":{"type":"Polygon","coordinates":[[[-84.388,33.78],[-84.38,33.78],[-84.38,33.79],[-84.388,33.78]]]} """;
        var rest = $$"""
            "source":"fuzz","number":"1","agency":"apd","type":{"code":"L","scheme":"s","text":"t"},"priority":3,"status":"active",
            "window":{"from":"2026-05-17T10:00:00Z","to":"2026-05-17T11:00:00Z"},"address":"a","reportedAt":"{{time}}"
            """;
        return
        [
            Of("PUT /v1/cameras/f1", Feature), Of("POST /v1/cameras", Feature), Of("GET /v1/cameras/f1"), Of("DELETE /v1/cameras/gone"),
            Of("GET /v1/cameras?bbox=-85,33,-84,34&limit=10"), Of("GET /v1/cameras?cursor=ZjE"),
            Of("POST /v1/cameras/status", $$"""[{"id":"f1","recording":false,"at":"{{time}}"},{"id":"no","recording":true}]"""),
            Of("POST /v1/cameras:import", $$"""{"type":"FeatureCollection","features":[{{Feature}}]}""", "application/geo+json"),
            Of("POST /v1/cameras:import", Feature.ReplaceLineEndings(" "), "application/x-ndjson"),
            Of("POST /v1/cameras:import", "id,lng,lat,tier,rangeM\nf2,-84.3,33.7,integrated,50\n", "text/csv"),
            Of("POST /v1/incidents", $$"""{ {{rest}},{{area}} }"""), Of("POST /v1/incidents", $$"""{ {{rest}},{{ring}} }"""),
            Of("GET /v1/incidents/fuzz%3A1"), Of($"GET /v1/incidents?bbox=-85,33,-84,34&from=2026-01-01T00:00:00Z&to={time}&status=active&limit=5"),
            Of("POST /v1/incidents/fuzz%3A2/close", """{"outcome":"found"}"""), Of("GET /v1/incidents/fuzz%3A1/coverage"),
            Of("POST /v1/coverage", $$"""{ {{area}},"window":{"from":"2026-05-17T10:00:00Z","to":"2026-05-17T11:00:00Z"} }"""),
            Of("POST /v1/coverage", $$"""{ {{ring}} }"""),
            Of("POST /v1/incidents/fuzz%3A1/canvass", """{"reason":"larceny","note":"n"}"""), Of("POST /v1/canvasses/fuzz%3A1%3A1/send"),
            Of("GET /v1/canvasses/fuzz%3A1%3A1"), Of("GET /v1/incidents/fuzz%3A1/events?after=0"), Of("GET /v1/units?bbox=-85,33,-84,34"),
            Of("POST /v1/units/positions", $$"""
                {"positions":[{"agency":"apd","callSign":"1A","at":"{{time}}","coordinates":[-84.3,33.7],"accuracyM":5,"speedMps":1,"headingDeg":9,
                "status":"s"}]}
                """),
            Of("GET /v1/incidents/fuzz%3A1/units"), Of("GET /health/live"), Of("GET /health/ready"), Of("GET /health/startup"),
            Of("GET /openapi/v1.json"),
        ];
    }

    private static FuzzedRequest Of(string call, string? body = null, string type = Json)
    {
        var words = call.Split(' ', 2);
        return new(words[0], words[1], body is null ? null : Encoding.UTF8.GetBytes(body), body is null ? null : type);
    }
}
