using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Incidents;

/// <summary>Many who watch one incident over server-sent events.</summary>
[Trait("Category", "Cluster")]
public sealed class WatcherTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Watchers = 200;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(15);
    private readonly TestFolder _data = new();
    private SiloProcess _silo = null!;
    private DateTimeOffset _at = DateTimeOffset.UtcNow;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloProcess.StartAsync(_data.Path);
        await ReportAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task All_see_an_event_and_who_was_away_resumes_after_the_last()
    {
        var watchers = await WatchAsync();
        var started = Stopwatch.GetTimestamp();

        await ReportAsync();
        await Task.WhenAll(watchers.Select(watcher => UntilAsync(watcher, "id: 2"))).WaitAsync(Timeout);
        output.WriteLine($"{Watchers} watchers saw the event within {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms.");

        watchers.ForEach(watcher => watcher.Dispose());
        using var resumed = await WatchAsync(last: "1");
        Assert.Equal("id: 2", await UntilAsync(resumed, "id: "));
    }

    [Fact]
    public async Task Who_leaves_is_let_go_of()
    {
        var watchers = await WatchAsync();
        Assert.True(await OpenRequestsAsync() >= Watchers);

        watchers.ForEach(watcher => watcher.Dispose());

        var started = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await OpenRequestsAsync() > 5)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Timeout, "Watchers that left are still served.");
            await pause.WaitForNextTickAsync();
        }

        await ReportAsync();
        Assert.DoesNotContain(" failed with ", _silo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_stream_has_a_heartbeat()
    {
        using var watcher = await WatchAsync(last: "1");
        Assert.Equal(":", await UntilAsync(watcher, ":").WaitAsync(Timeout));

        Assert.Equal(":", await UntilAsync(watcher, ":").WaitAsync(Timeout));
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_streams_and_itself_within_seconds()
    {
        var watchers = await WatchAsync();
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(0, await _silo.StopAsync().WaitAsync(Timeout));

        var took = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"Stopped under {Watchers} watchers in {took.TotalSeconds:F1} s.");
        Assert.True(took < LongestStop, $"Stopping took {took}.");
        await Task.WhenAll(watchers.Select(watcher => EndAsync(watcher))).WaitAsync(Timeout);
        watchers.ForEach(watcher => watcher.Dispose());
    }

    private async Task ReportAsync()
    {
        _at = _at.AddSeconds(1);
        using var posted = await _silo.Http.PostAsJsonAsync("/v1/incidents", Api.Incident("watched", -84.38747, 33.78014, _at));
        posted.EnsureSuccessStatusCode();
    }

    /// <summary>As many watchers as there are, each of which has seen the first event.</summary>
    private async Task<List<StreamReader>> WatchAsync()
    {
        var watchers = (await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => WatchAsync(last: null)))).ToList();
        await Task.WhenAll(watchers.Select(watcher => UntilAsync(watcher, "id: 1"))).WaitAsync(Timeout);
        return watchers;
    }

    private async Task<StreamReader> WatchAsync(string? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/incidents/test%3Awatched/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        var answer = await _silo.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }

    private static async Task<string> UntilAsync(StreamReader watcher, string start)
    {
        while (await watcher.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException($"The stream ended before '{start}'.");
    }

    private static async Task EndAsync(StreamReader watcher)
    {
        try
        {
            await watcher.ReadToEndAsync();
        }
        catch (IOException)
        {
            // Cut off is ended, too.
        }
    }

    private async Task<double> OpenRequestsAsync()
    {
        var metrics = await _silo.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return metrics.Split('\n').Where(line => line.StartsWith("http_server_active_requests", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
