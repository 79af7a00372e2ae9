using System.Net;
using System.Text;
using System.Text.Json;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Cameras;

[Trait("Category", "Cluster")]
public sealed class CameraContractTests(GridFixture grid)
{
    private static readonly string Integrated = Samples.Camera(
        "\"tier\":\"integrated\",\"name\":\"N\",\"agency\":\"apd\",\"ownerId\":\"gdot\",\"bearingDeg\":180,\"stream\":{\"protocol\":\"rtsp\",\"url\":\"rtsp://u:p@h/1\"}");

    [Theory]
    [InlineData("gdot:cctv_1", "gdot:cctv_1")]
    [InlineData("gdot%3Acctv_2", "gdot:cctv_2")]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%25b+c", "a%b+c")]
    [InlineData("%F0%9F%93%B7-%C3%A9", "📷-é")]
    [InlineData("status", "status")]
    public async Task A_camera_is_put_read_replaced_and_removed_under_its_exact_id(string path, string id)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(id);
        await grid.Http.AnswersAsync($"PUT /v1/cameras/{path}", Integrated, 201, $$"""{"id":{{json}},"outcome":"created"}""");
        await grid.Http.AnswersAsync($"PUT /v1/cameras/{path}", Integrated, 200, """{"outcome":"unchanged"}""");
        var camera = await grid.Http.AnswersAsync($"GET /v1/cameras/{path}", null, 200, $$"""
            {"type":"Feature","id":{{json}},"geometry":{"type":"Point","coordinates":[-84.38747,33.78014]},
             "properties":{"name":"N","tier":"integrated","agency":"apd","ownerId":"gdot","kind":"fixed","bearingDeg":180,"hfovDeg":90,
             "rangeM":40,"retentionHours":168,"recording":true} }
            """);
        Assert.DoesNotContain("rtsp", camera.GetRawText(), StringComparison.Ordinal);
        await grid.Http.AnswersAsync($"PUT /v1/cameras/{path}", Samples.Camera(), 200, """{"outcome":"updated"}""");
        await grid.Http.AnswersAsync($"DELETE /v1/cameras/{path}", null, 204);
        await grid.Http.AnswersAsync($"DELETE /v1/cameras/{path}", null, 404);
        await grid.Http.AnswersAsync($"GET /v1/cameras/{path}", null, 404);
    }

    [Fact]
    public async Task A_registered_camera_is_taken_in_and_read_back_by_nobody()
    {
        var registered = Samples.Camera("\"tier\":\"registered\",\"ownerId\":\"home-1\"", "[12.5,41.9]");
        await grid.Http.AnswersAsync("PUT /v1/cameras/home-1", registered, 201);
        await grid.Http.AnswersAsync("PUT /v1/cameras/home-1", registered, 200);
        await grid.Http.AnswersAsync("GET /v1/cameras/home-1", null, 404);
        await grid.Http.AnswersAsync("GET /v1/cameras?bbox=12,41,13,42", null, 200, """{"type":"FeatureCollection","features":[]}""");
        await grid.Http.AnswersAsync("DELETE /v1/cameras/home-1", null, 204);
    }

    [Theory]
    [InlineData("{\"protocol\":\"rtsp\",\"url\":\"rtsp://h/1\"}")]
    [InlineData("\"nonsense\"")]
    public Task A_registered_camera_with_a_stream_is_refused(string stream) => grid.Http.RefusesAsync(
        "PUT /v1/cameras/home-2", Samples.Camera($"\"tier\":\"registered\",\"stream\":{stream}"), 422, "properties.stream", "never live");

    [Theory]
    [InlineData("PUT /v1/cameras/home-3")]
    [InlineData("POST /v1/cameras")]
    public async Task A_registered_camera_without_an_owner_is_refused(string call)
    {
        await grid.Http.RefusesAsync(call, Samples.Camera("\"tier\":\"registered\""), 422, "properties.ownerId", "needs an owner");
        await grid.Http.RefusesAsync(call, Samples.Camera("\"tier\":\"registered\",\"ownerId\":null"), 422, "properties.ownerId", "'ownerId'");
        await grid.Http.RefusesAsync(call, Samples.Camera("\"tier\":\"registered\",\"ownerId\":\"\""), 400, "properties.ownerId", "not an identifier");
    }

    [Theory]
    [InlineData("{", "body", "Not JSON")]
    [InlineData("", "body", "Not JSON")]
    [InlineData("null", "feature", "null is no object")]
    [InlineData("[]", "feature", "[] is no object")]
    [InlineData("{\"type\":\"Feature\",\"type\":\"Feature\"}", "body", "every member once")]
    [InlineData("{}", "type", "There is none")]
    [InlineData("{}", "geometry", "There is no geometry")]
    [InlineData("{}", "properties.tier", "There is none")]
    public Task A_body_that_is_no_feature_is_refused(string body, string field, string says) =>
        grid.Http.RefusesAsync("PUT /v1/cameras/bad", body, 400, field, says);

    [Theory]
    [InlineData("\"rangeM\":1001", "properties.rangeM", "1001 is out of range")]
    [InlineData("\"rangeM\":\"x\"", "properties.rangeM", "\"x\" is no number")]
    [InlineData("\"kind\":\"webcam\"", "properties.kind", "\"webcam\" is unknown")]
    [InlineData("\"view\":{\"type\":\"Polygon\",\"coordinates\":[[[0,1],[1,1],[1,0]]]}", "properties.view.coordinates", "")]
    [InlineData("\"view\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}", "properties.view.coordinates", "")]
    public Task A_property_that_is_wrong_is_refused_by_name(string property, string field, string says) =>
        grid.Http.RefusesAsync("PUT /v1/cameras/bad", Samples.Camera($"\"tier\":\"integrated\",{property}"), 400, field, says);

    [Theory]
    [InlineData("[0,0]")]
    [InlineData("[181,0]")]
    [InlineData("[0,91]")]
    public Task A_place_that_is_none_is_refused(string coordinates) =>
        grid.Http.RefusesAsync("PUT /v1/cameras/bad", Samples.Camera(coordinates: coordinates), 400, "geometry.coordinates", ": give");

    [Fact]
    public async Task An_id_in_the_body_must_be_that_of_the_path()
    {
        await grid.Http.RefusesAsync("PUT /v1/cameras/one", Samples.Camera(id: "\"id\":\"two\","), 400, "id", "path");
        await grid.Http.AnswersAsync("PUT /v1/cameras/17", Samples.Camera(id: "\"id\":17,"), 201);
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a%0Ab")]
    public async Task An_id_that_is_none_is_refused(string path)
    {
        await grid.Http.RefusesAsync($"PUT /v1/cameras/{path}", Samples.Camera(), 400, "id", "not an id");
        await grid.Http.AnswersAsync($"GET /v1/cameras/{path}", null, 404);
        await grid.Http.AnswersAsync($"DELETE /v1/cameras/{path}", null, 404);
    }

    [Fact]
    public async Task An_id_may_be_128_characters_long()
    {
        await grid.Http.AnswersAsync($"PUT /v1/cameras/{new string('x', 128)}", Samples.Camera(), 201);
        await grid.Http.RefusesAsync($"PUT /v1/cameras/{new string('x', 129)}", Samples.Camera(), 400, "id", "128");
    }

    [Fact]
    public async Task Posting_a_camera_makes_an_id()
    {
        using var response = await grid.Http.CallAsync("POST /v1/cameras", Samples.Camera(id: "\"id\":\"mine\","));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var camera = await grid.Http.AnswersAsync($"GET {response.Headers.Location}", null, 200);
        Assert.NotEqual("mine", camera.GetProperty("id").GetString());
        await grid.Http.AnswersAsync("GET /v1/cameras/mine", null, 404);
    }

    [Fact]
    public async Task Posting_a_camera_again_with_its_idempotency_key_answers_the_first_one()
    {
        var body = Samples.Camera("\"tier\":\"integrated\",\"name\":\"once\"", "[30,40]");
        var first = await PostAsync(body, "job-17", 201);
        var id = first.GetProperty("id").GetString()!;

        // Neither a change nor a removal in between brings the repeat to do anything.
        await grid.Http.AnswersAsync($"PUT /v1/cameras/{id}", Samples.Camera("\"tier\":\"integrated\",\"name\":\"changed\"", "[30,40]"), 200);
        Assert.Equal(first.GetRawText(), (await PostAsync(body, "job-17", 201)).GetRawText());
        await grid.Http.AnswersAsync($"GET /v1/cameras/{id}", null, 200, """{"properties":{"name":"changed"}}""");
        await grid.Http.AnswersAsync($"DELETE /v1/cameras/{id}", null, 204);
        await PostAsync(body, "job-17", 201);
        await grid.Http.AnswersAsync("GET /v1/cameras?bbox=29.9,39.9,30.1,40.1", null, 200, """{"features":[]}""");
    }

    [Fact]
    public async Task Cameras_posted_at_once_with_one_key_are_one_camera()
    {
        var body = Samples.Camera(coordinates: "[31,40]");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(body, "at-once", 201)));

        Assert.Single(answers.Select(answer => answer.GetProperty("id").GetString()).Distinct());
        Assert.All(answers, answer => Assert.Equal("created", answer.GetProperty("outcome").GetString()));
        var page = await grid.Http.AnswersAsync("GET /v1/cameras?bbox=30.9,39.9,31.1,40.1", null, 200);
        Assert.Equal(1, page.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task A_key_that_was_used_with_another_body_is_refused()
    {
        await PostAsync(Samples.Camera(coordinates: "[32,40]"), "reused", 201);

        var problem = await PostAsync(Samples.Camera(coordinates: "[32,40.1]"), "reused", 422);

        Assert.Contains("'reused' was used with another body", problem.GetProperty("errors").GetProperty("Idempotency-Key")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_a_refused_camera_stays_free()
    {
        await PostAsync(Samples.Camera("\"tier\":\"registered\""), "corrected", 422);

        await PostAsync(Samples.Camera("\"tier\":\"registered\",\"ownerId\":\"home-4\""), "corrected", 201);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    [InlineData(0, false)]
    public async Task A_key_is_1_to_128_characters_long(int length, bool fits) =>
        await PostAsync(Samples.Camera(coordinates: "[33,40]"), new string('k', length), fits ? 201 : 400);

    [Fact]
    public async Task A_key_with_a_blank_is_refused()
    {
        var problem = await PostAsync(Samples.Camera(), "two words", 400);

        Assert.Contains("visible characters", problem.GetProperty("errors").GetProperty("Idempotency-Key")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        foreach (var id in (string[])["list-1", "list-2", "list-3"])
        {
            await grid.Http.AnswersAsync($"PUT /v1/cameras/{id}", Samples.Camera(coordinates: "[20,50]"), 201);
        }

        using var first = await grid.Http.CallAsync("GET /v1/cameras?bbox=19,49,21,51&limit=2");
        Assert.Equal("application/geo+json", first.Content.Headers.ContentType?.MediaType);
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        await grid.Http.AnswersAsync($"GET {next}", null, 200, """{"features":[{"id":"list-3"}]}""");
        await grid.Http.AnswersAsync("GET /v1/cameras?bbox=19.5,49,-170,51&limit=1000", null, 200,
            """{"features":[{"id":"list-1"},{"id":"list-2"},{"id":"list-3"}]}""");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,2,3,x", "bbox")]
    [InlineData("bbox=-181,2,3,4", "bbox")]
    [InlineData("bbox=1,2,3,91", "bbox")]
    [InlineData("bbox=NaN,2,3,4", "bbox")]
    [InlineData("bbox=1,4,3,2", "bbox")]
    public Task A_list_refuses_what_it_cannot_read(string query, string field) =>
        grid.Http.RefusesAsync($"GET /v1/cameras?{query}", null, 400, field, ": ");

    [Fact]
    public Task A_list_refuses_a_cursor_of_another() => grid.Http.AnswersAsync("GET /v1/cameras?cursor=%00%FF!", null, 400);

    [Fact]
    public async Task Status_reports_are_noted_and_unknown_cameras_named()
    {
        await grid.Http.AnswersAsync("PUT /v1/cameras/vms-1", Samples.Camera(), 201);
        await grid.Http.AnswersAsync("POST /v1/cameras/status", """
            [{"id":"vms-1","recording":false,"at":"2026-05-17T03:00:00Z"},{"id":"vms-none","recording":true,"at":"2026-05-17T03:00:00Z"},{"id":"not an id","recording":true}]
            """, 200, """{"accepted":1,"unknown":["vms-none","not an id"]}""");
        await grid.Http.AnswersAsync("GET /v1/cameras/vms-1", null, 200, """{"properties":{"recording":false}}""");
        await grid.Http.AnswersAsync("POST /v1/cameras/status", "[]", 200, """{"accepted":0,"unknown":[]}""");
    }

    [Theory]
    [InlineData("{}", "body", "an array")]
    [InlineData("[null]", "[0].id", "There is none")]
    [InlineData("[{\"id\":\"a\"}]", "[0].recording", "There is none")]
    [InlineData("[{\"id\":\"a\",\"recording\":\"yes\"}]", "[0].recording", "true or false")]
    [InlineData("[{\"id\":\"a\",\"recording\":true,\"at\":\"2026-05-17T03:00:00\"}]", "[0].at", "RFC 3339")]
    public Task A_status_report_that_is_wrong_is_refused(string body, string field, string says) =>
        grid.Http.RefusesAsync("POST /v1/cameras/status", body, 400, field, says);

    private async Task<JsonElement> PostAsync(string body, string key, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/cameras") { Content = new StringContent(body, Encoding.UTF8, Calls.Json) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await grid.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, $"{key} answered {(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
