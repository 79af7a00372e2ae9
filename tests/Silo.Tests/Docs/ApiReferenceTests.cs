using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Docs;

/// <summary>docs/reference/api.md against the API as it describes itself and answers.</summary>
[Trait("Category", "Cluster")]
[Collection(DemoSilo.Name)]
public sealed partial class ApiReferenceTests(DemoSilo demo)
{
    private static readonly MarkdownFile Page = Repository.Markdown("docs/reference/api.md");

    /// <summary>What any endpoint may answer when the grid cannot, which the page says once for all.</summary>
    private static readonly string[] SaidOnce = ["503", "507"];

    [Fact]
    public async Task The_reference_has_every_endpoint_with_its_statuses_and_no_other()
    {
        var paths = (await demo.Silo.Http.GetNodeAsync("/openapi/v1.json"))["paths"]!.AsObject();
        var built = paths.SelectMany(path => path.Value!.AsObject().Select(operation => Row(
            $"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!["responses"]!.AsObject().Select(response => response.Key))));

        var documented = Page.Lines.Select(line => Endpoint().Match(line)).Where(match => match.Success)
            .Select(match => Row(match.Groups["endpoint"].Value, Status().Matches(match.Groups["rest"].Value).Select(status => status.Value)));

        Assert.Equal(built.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        Assert.All(SaidOnce, status => Assert.Contains(Page.Lines, line => line.StartsWith($"| {status} |", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"id\": \"gdot:cctv_9089\"", "PUT", "/v1/cameras/gdot%3Acctv_9089", HttpStatusCode.Created)]
    [InlineData("\"source\": \"apd-cad\"", "POST", "/v1/incidents", HttpStatusCode.Created)]
    [InlineData("\"positions\":", "POST", "/v1/units/positions", HttpStatusCode.Accepted)]
    public async Task An_example_of_a_body_is_taken(string holds, string method, string path, HttpStatusCode expected)
    {
        var example = Page.Blocks("json").Single(block => block.Contains(holds, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new(method), path)
        {
            Content = new StringContent(example, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };

        using var answer = await demo.Silo.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>Every member of the example is one of the real answer.</summary>
    [Theory]
    [InlineData("\"areaM2\":", "/v1/incidents/demo%3A1/coverage")]
    [InlineData("\"firstOverwriteAt\":", "/v1/canvasses/demo%3A1%3A1")]
    public async Task An_example_of_an_answer_has_the_members_of_a_real_one(string holds, string path)
    {
        var example = Page.Blocks("json").Single(block => block.Contains(holds, StringComparison.Ordinal));

        var answer = await demo.Silo.Http.GetNodeAsync(path);

        Assert.Equal(Members(answer), Members(JsonNode.Parse(example)!));
    }

    private static string Row(string endpoint, IEnumerable<string> statuses) =>
        $"{endpoint}: {string.Join(' ', statuses.Except(SaidOnce).Distinct().Order(StringComparer.Ordinal))}";

    private static IEnumerable<string> Members(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            Members(member.Value ?? JsonValue.Create("")).Select(inner => $"{member.Key}.{inner}").Prepend(member.Key))
            .Distinct().Order(StringComparer.Ordinal),
        JsonArray items => items.SelectMany(item => Members(item!)).Distinct().Order(StringComparer.Ordinal),
        _ => [],
    };

    [GeneratedRegex(@"^\| `(?<endpoint>[A-Z]+ /[^`]+)` \|(?<rest>.*)$")]
    private static partial Regex Endpoint();

    // A status, and no part of a number nor a number of metres.
    [GeneratedRegex(@"(?<![\d.,])[2-5]\d\d(?!\d|,\d| m\b)")]
    private static partial Regex Status();
}
