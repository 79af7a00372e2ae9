using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canvass.Gateway.Tests.Running;

/// <summary>Calls over the wire and what they must answer.</summary>
internal static class Calls
{
    public const string Json = "application/json";

    /// <summary>Sends a request.</summary>
    /// <param name="http">The caller.</param>
    /// <param name="call">Method and path, for example <c>GET /v1/cameras</c>.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="type">The body's content type; null for none.</param>
    public static Task<HttpResponseMessage> CallAsync(this HttpClient http, string call, string? body = null, string? type = Json)
    {
        var words = call.Split(' ', 2);
        var request = new HttpRequestMessage(new(words[0]), new Uri(http.BaseAddress!.AbsoluteUri.TrimEnd('/') + words[1],
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request and checks the answer's status and, as a subset, its JSON.</summary>
    public static async Task<JsonElement> AnswersAsync(
        this HttpClient http, string call, string? body, int status, string? subset = null, string? type = Json)
    {
        using var response = await http.CallAsync(call, body, type);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, $"{call} answered {(int)response.StatusCode}: {text}");
        if (status >= 400)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Contains(JsonNode.Parse($$"""{"type":"about:blank","status":{{status}},"title":"*","detail":"*"}"""), JsonNode.Parse(text), "$");
        }

        if (subset is not null)
        {
            Contains(JsonNode.Parse(subset), JsonNode.Parse(text), "$");
        }

        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Sends a request that is refused with an error of a field.</summary>
    public static async Task RefusesAsync(this HttpClient http, string call, string? body, int status, string field, string says)
    {
        var problem = await http.AnswersAsync(call, body, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out var errors), $"{field} is not in {problem}");
        Assert.Contains(says, errors[0].GetString(), StringComparison.Ordinal);
    }

    private static void Contains(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonValue && expected.ToString() == "*")
        {
            Assert.True(actual is not null, $"{path} is missing");
        }
        else if (expected is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                var has = Assert.IsType<JsonObject>(actual, exactMatch: false).TryGetPropertyValue(name, out var given);
                Assert.True(has, $"{path}.{name} is missing in {actual}");
                Contains(value, given, $"{path}.{name}");
            }
        }
        else if (expected is JsonArray elements)
        {
            var given = Assert.IsType<JsonArray>(actual, exactMatch: false);
            Assert.True(elements.Count == given.Count, $"{path} has {given.Count} elements: {given}");
            for (var i = 0; i < elements.Count; i++)
            {
                Contains(elements[i], given[i], $"{path}[{i}]");
            }
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{path} is {actual?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}");
        }
    }
}
