using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class EventStreamShutdownTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Watching_ends_when_the_server_stops()
    {
        var grid = new GridFixture();
        await grid.InitializeAsync();
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident("stop-1"), 201);
        using var watcher = new HttpClient { BaseAddress = grid.Http.BaseAddress };
        await using var stream = await watcher.GetStreamAsync(
            new Uri("/v1/incidents/apd-cad:stop-1/events", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) != "event: reported")
        {
        }

        await grid.DisposeAsync().AsTask().WaitAsync(Timeout, TestContext.Current.CancellationToken);

        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Timeout, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("event:", rest, StringComparison.Ordinal);
    }
}
