using System.Net;
using System.Net.Http.Json;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Hosting;

/// <summary>A browser fires simple POSTs at loopback ports for whatever page it shows, without asking first.</summary>
[Trait("Category", "Cluster")]
public sealed class SameSiteTests : IAsyncLifetime
{
    private readonly TestFolder _data = new();
    private SiloProcess _silo = null!;

    public async ValueTask InitializeAsync() => _silo = await SiloProcess.StartAsync(_data.Path);

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_page_from_elsewhere_can_change_nothing_and_no_canvass_is_sent()
    {
        var canvass = await DraftAsync();
        var port = _silo.Address.Port;
        (string, string)[] pages =
        [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", "anything"), ("Origin", "https://evil.example"),
            ("Origin", "null"), ("Origin", ""), ("Origin", "http://localhost:1"), ("Origin", $"https://localhost:{port}"),
            ("Origin", $"http://localhost.evil.example:{port}"), ("Origin", $"http://evil.example@localhost:{port}"),
            ("Origin", $"http://localhost:{port} http://evil.example"),
        ];
        foreach (var (header, value) in pages)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
            {
                using var answer = await SendAsync(method, $"/v1/canvasses/{canvass}/send", header, value);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} with {header}: {value} answered {answer.StatusCode}");
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            }
        }

        Assert.Equal("draft", (await _silo.Http.GetNodeAsync($"/v1/canvasses/{canvass}"))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_that_the_server_gave_and_a_program_may_change_things()
    {
        var canvass = await DraftAsync();
        var port = _silo.Address.Port;
        (string, string)[] callers =
        [
            ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"), ("Origin", $"http://localhost:{port}"),
            ("Origin", $"http://127.0.0.1:{port}"), ("Origin", $"http://[::1]:{port}"), ("X-None", "none"),
        ];
        foreach (var (header, value) in callers)
        {
            using var answer = await SendAsync(HttpMethod.Post, $"/v1/canvasses/{canvass}/send", header, value);
            Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{header}: {value} answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Reading_is_left_to_the_browsers_own_rules()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/v1/incidents", "Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<string> DraftAsync()
    {
        using var posted = await _silo.Http.PostAsJsonAsync("/v1/incidents", Api.Incident("site", -84.38747, 33.78014, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        using var drafted = await _silo.Http.PostAsJsonAsync("/v1/incidents/test%3Asite/canvass", new { reason = "larceny" });
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        return Uri.EscapeDataString((await drafted.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())!["id"]!.GetValue<string>());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await _silo.Http.SendAsync(request);
    }
}
