using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Problems;

[Trait("Category", "Cluster")]
public sealed class ProblemContractTests(GridFixture grid)
{
    private const int MebiByte = 1024 * 1024;

    public static TheoryData<string> WithBody =>
    [
        "PUT /v1/cameras/a", "POST /v1/cameras", "POST /v1/cameras/status", "POST /v1/incidents", "POST /v1/incidents/a:1/close",
        "POST /v1/incidents/a:1/canvass", "POST /v1/coverage", "POST /v1/units/positions",
    ];

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_that_is_not_json_by_its_type_is_refused(string call)
    {
        await grid.Http.AnswersAsync(call, "{}", 415, type: "text/plain");
        await grid.Http.AnswersAsync(call, "{}", 415, type: null);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public Task A_body_that_is_too_large_is_refused(string call) =>
        grid.Http.AnswersAsync(call, new string(' ', 8 * MebiByte + 1), 413);

    [Theory]
    [InlineData(0, 400)]
    [InlineData(1, 413)]
    public Task A_body_may_be_a_megabyte_long(int beyond, int status) =>
        grid.Http.AnswersAsync("POST /v1/incidents", new string(' ', MebiByte + beyond), status);

    [Theory]
    [InlineData("GET /")]
    [InlineData("GET /v1")]
    [InlineData("GET /v2/cameras")]
    [InlineData("GET /v1/cameras/a/b")]
    public Task An_unknown_address_is_not_found(string call) => grid.Http.AnswersAsync(call, null, 404);

    [Theory]
    [InlineData("PATCH /v1/cameras/a")]
    [InlineData("DELETE /v1/cameras")]
    [InlineData("GET /v1/cameras:import")]
    [InlineData("DELETE /v1/incidents/a:1")]
    [InlineData("GET /v1/coverage")]
    [InlineData("PUT /v1/units")]
    [InlineData("POST /health/live")]
    public Task A_method_that_is_not_allowed_is_refused(string call) => grid.Http.AnswersAsync(call, null, 405);

    [Theory]
    [InlineData("live")]
    [InlineData("started")]
    [InlineData("ready")]
    public Task A_grid_that_serves_is_healthy(string status) => grid.Http.AnswersAsync(
        $"GET /health/{(status == "started" ? "startup" : status)}", null, 200, $$"""{"status":"{{status}}"}""");
}
