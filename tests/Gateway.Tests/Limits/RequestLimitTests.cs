using System.Net;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Limits;

[Trait("Category", "Cluster")]
public sealed class RequestLimitTests : IAsyncLifetime
{
    private const int Limit = 2;
    private readonly GridFixture _grid = new() { Settings = [$"--Canvass:MaxConcurrentRequests={Limit}"] };

    public ValueTask InitializeAsync() => _grid.InitializeAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task Watchers_beyond_the_limit_are_refused_and_keep_out_nobody_else()
    {
        await _grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident("limit-1"), 201);
        var watchers = new List<HttpResponseMessage>();
        for (var i = 0; i < Limit; i++)
        {
            watchers.Add(await WatchAsync());
            Assert.Equal(HttpStatusCode.OK, watchers[i].StatusCode);
        }

        using var refused = await WatchAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(refused.Headers.RetryAfter);
        await _grid.Http.AnswersAsync("GET /v1/incidents", null, 200);
        await _grid.Http.AnswersAsync("GET /health/ready", null, 200);
        watchers.ForEach(watcher => watcher.Dispose());
    }

    private Task<HttpResponseMessage> WatchAsync() => _grid.Http.GetAsync(
        new Uri("/v1/incidents/apd-cad:limit-1/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
}
