using System.Net.ServerSentEvents;
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
        Assert.True(stream.Headers.CacheControl?.NoStore);
        Assert.Equal("no", stream.Headers.GetValues("X-Accel-Buffering").Single());
        await using var events = await EventsAsync(stream);
        Assert.Equal(("1", "reported"), await NextAsync(events));

        await grid.Http.AnswersAsync("POST /v1/incidents/apd-cad:sse-1/close", """{"outcome":"found"}""", 200);
        Assert.Equal(("2", "closed"), await NextAsync(events));
        Assert.StartsWith("""{"sequence":2,"at":""", events.Current.Data, StringComparison.Ordinal);

        using var resumed = await WatchAsync("1");
        await using var rest = await EventsAsync(resumed);
        Assert.Equal(("2", "closed"), await NextAsync(rest));
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

    private static async Task<IAsyncEnumerator<SseItem<string>>> EventsAsync(HttpResponseMessage stream) =>
        SseParser.Create(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))
            .EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private static async Task<(string? Id, string Kind)> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync());
        return (events.Current.EventId, events.Current.EventType);
    }
}
