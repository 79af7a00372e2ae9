using System.Globalization;
using System.Text;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Cameras;

[Trait("Category", "Cluster")]
public sealed class CameraImportTests(GridFixture grid)
{
    private const string Call = "POST /v1/cameras:import";

    [Fact]
    public async Task A_collection_is_imported_and_bad_features_are_named()
    {
        var body = $$"""
            {"type":"FeatureCollection","crs":{},"features":[{{Samples.Camera(id: "\"id\":\"imp-1\",")}},{{Samples.Camera(id: "\"id\":\"imp-2\",", coordinates: "[0,0]")}},null]}
            """;

        await grid.Http.AnswersAsync(Call, body, 200, """
            {"imported":1,"updated":0,"unchanged":0,"rejectedCount":2,"rejected":[
             {"row":2,"id":"imp-2","errors":{"geometry.coordinates":["*"]}},{"row":3,"errors":{"feature":["*"]}}]}
            """, "application/geo+json");
        await grid.Http.AnswersAsync(Call, body, 200, """{"imported":0,"unchanged":1,"rejectedCount":2}""");
        await grid.Http.AnswersAsync("GET /v1/cameras/imp-1", null, 200);
        await grid.Http.AnswersAsync("GET /v1/cameras/imp-2", null, 404);
    }

    [Fact]
    public Task Lines_are_imported() => grid.Http.AnswersAsync(
        Call, $"{Samples.Camera(id: "\"id\":\"line-1\",")}\n{{\n{Samples.Camera(id: "\"id\":\"line-3\",")}", 200,
        """{"imported":2,"rejected":[{"row":2,"errors":{"feature":["*"]}}]}""", "application/x-ndjson");

    [Fact]
    public Task Columns_are_imported() => grid.Http.AnswersAsync(
        Call, "id,lng,lat,tier,bearingDeg\ncsv-1,1,2,integrated,NE\ncsv-2,1,2,integrated,up\n", 200,
        """{"imported":1,"rejected":[{"row":2,"id":"csv-2","errors":{"properties.bearingDeg":["*"]}}]}""", "text/csv; charset=utf-8");

    [Fact]
    public async Task A_body_that_breaks_off_keeps_the_rows_before_and_names_the_break()
    {
        await grid.Http.AnswersAsync(Call, $"{{\"features\":[{Samples.Camera(id: "\"id\":\"cut-1\",")},{{\"type\"", 200,
            """{"imported":1,"rejectedCount":1,"rejected":[{"row":2,"errors":{"file":["*"]}}]}""");
        await grid.Http.AnswersAsync("GET /v1/cameras/cut-1", null, 200);
    }

    [Fact]
    public async Task The_first_thousand_bad_rows_are_named_and_all_are_counted()
    {
        var body = new StringBuilder("{\"features\":[").AppendJoin(',', Enumerable.Repeat("0", 1_200)).Append(',');

        var answer = await grid.Http.AnswersAsync(Call, body.ToString(), 200, """{"rejectedCount":1201}""");

        var rejected = answer.GetProperty("rejected");
        Assert.Equal(1_000, rejected.GetArrayLength());
        Assert.Equal(999, rejected[998].GetProperty("row").GetInt32());
        Assert.True(rejected[999].GetProperty("errors").TryGetProperty("file", out _));
    }

    [Fact]
    public async Task A_body_may_be_larger_than_any_other()
    {
        var padding = new string('x', 64 * 1024);
        var body = new StringBuilder();
        for (var i = 0; i < 550; i++)
        {
            body.Append(Samples.Camera($"\"tier\":\"integrated\",\"x\":\"{padding}\"", id: $"\"id\":\"big-{i.ToString(CultureInfo.InvariantCulture)}\",")).Append('\n');
        }

        await grid.Http.AnswersAsync(Call, body.ToString(), 200, """{"imported":550,"rejectedCount":0}""", "application/x-ndjson");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/zip")]
    [InlineData(null)]
    public Task A_file_of_another_type_is_refused(string? type) => grid.Http.AnswersAsync(Call, "x", 415, type: type);
}
