using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class EventStreamTests(GridFixture grid)
{
    [Fact]
    public async Task Events_are_streamed_as_they_happen_and_resume_after_the_last()
    {
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident("sse-1"), 201);
        using var stream = await WatchAsync(null);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["id: 1", "event: reported"], (await EventAsync(reader))[..2]);

        await grid.Http.AnswersAsync("POST /v1/incidents/apd-cad:sse-1/close", """{"outcome":"found"}""", 200);
        var closed = await EventAsync(reader);
        Assert.Equal(["id: 2", "event: closed"], closed[..2]);
        Assert.StartsWith("""data: {"sequence":2,"at":""", closed[2], StringComparison.Ordinal);

        using var resumed = await WatchAsync("1");
        using var rest = new StreamReader(await resumed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("id: 2", (await EventAsync(rest))[0]);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task A_place_that_is_none_is_refused(string after)
    {
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident($"sse-bad{after}"), 201);
        await grid.Http.RefusesAsync($"GET /v1/incidents/apd-cad:sse-bad{after}/events?after={after}", null, 400, "after", "no sequence number");
    }

    private Task<HttpResponseMessage> WatchAsync(string? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/incidents/apd-cad:sse-1/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        return grid.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> EventAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0 && lines.Count > 0)
            {
                return [.. lines];
            }

            if (line.Length > 0 && line[0] != ':')
            {
                lines.Add(line);
            }
        }

        throw new EndOfStreamException();
    }
}
