using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Crashes;

/// <summary>A silo is killed at random moments of a send, and started again.</summary>
[Trait("Category", "Chaos")]
public sealed class SendCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private const int Owners = 120;
    private readonly TestFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_of_a_send_every_owner_is_asked_exactly_once_after_the_restart()
    {
        var random = new Random(20_160_517);
        var silo = await SiloProcess.StartAsync(_data.Path);
        try
        {
            await PutCamerasAsync(silo.Http);
            var whole = await MeasureSendAsync(silo);
            var acknowledged = 0;
            var interrupted = 0;
            for (var i = 0; i < Kills; i++)
            {
                var canvass = await DraftAsync(silo.Http, $"kill-{i}");
                var sending = silo.Http.PostAsync($"/v1/canvasses/{Uri.EscapeDataString(canvass)}/send", null);
                await WaitAsync(whole * (random.NextDouble() * 1.2));
                await silo.KillAsync();
                var wasAcknowledged = await IsAcceptedAsync(sending);
                await silo.DisposeAsync();

                interrupted += await AskedAsync($"test:kill-{i}") < Owners ? 1 : 0;
                acknowledged += wasAcknowledged ? 1 : 0;
                silo = await SiloProcess.StartAsync(_data.Path);
                await FinishAsync(silo.Http, canvass, $"test:kill-{i}", wasAcknowledged);
                await EveryOwnerHasAsync($"test:kill-{i}");
            }

            output.WriteLine($"{Kills} kills within {whole * 1.2}; {acknowledged} sends were acknowledged, {interrupted} deliveries were cut short.");
            Assert.True(interrupted > 0, "No kill fell into a delivery: the test proved nothing.");
        }
        finally
        {
            await silo.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_crash_cut_short_is_finished_although_nobody_calls()
    {
        var incident = await CutShortAsync();

        // Nobody calls the grid from here on: only the outbox can finish it.
        await using var second = await SiloProcess.StartAsync(_data.Path);
        var started = Stopwatch.GetTimestamp();
        while (await AskedAsync(incident) < Owners)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(3), "The outbox did not finish the delivery.");
            await WaitAsync(TimeSpan.FromMilliseconds(200));
        }

        await EveryOwnerHasAsync(incident);
        output.WriteLine($"Finished {Stopwatch.GetElapsedTime(started)} after the restart.");
    }

    /// <summary>Sends a canvass and kills the silo as soon as it is acknowledged, again with another until asks were still under way.</summary>
    private async Task<string> CutShortAsync()
    {
        for (var i = 0; i < 10; i++)
        {
            await using var silo = await SiloProcess.StartAsync(_data.Path);
            await PutCamerasAsync(silo.Http);
            var canvass = await DraftAsync(silo.Http, $"cut-{i}");
            using var sent = await silo.Http.PostAsync($"/v1/canvasses/{Uri.EscapeDataString(canvass)}/send", null);
            await silo.KillAsync();
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
            if (await AskedAsync($"test:cut-{i}") < Owners)
            {
                return $"test:cut-{i}";
            }
        }

        throw new InvalidOperationException("Ten deliveries were all done before the silo was killed.");
    }

    private static async Task PutCamerasAsync(HttpClient http)
    {
        var features = Enumerable.Range(0, Owners).Select(i => Api.Camera(
            $"cam-{i}", -84.38747 + ((i % 12) * 0.0001), 33.78014 + ((i / 12) * 0.0001), new { tier = i % 3 == 0 ? "registered" : "integrated", ownerId = $"owner-{i}" }));
        using var body = JsonContent.Create(new { type = "FeatureCollection", features }, new System.Net.Http.Headers.MediaTypeHeaderValue("application/geo+json"));
        using var answer = await http.PostAsync("/v1/cameras:import", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>How long a send takes from the request to the last delivery, so that kills fall into all of it.</summary>
    private async Task<TimeSpan> MeasureSendAsync(SiloProcess silo)
    {
        var longest = TimeSpan.Zero;
        for (var i = 0; i < 3; i++)
        {
            var canvass = await DraftAsync(silo.Http, $"whole-{i}");
            var started = Stopwatch.GetTimestamp();
            using var sent = await silo.Http.PostAsync($"/v1/canvasses/{Uri.EscapeDataString(canvass)}/send", null);
            await DeliveredAsync($"test:whole-{i}");
            longest = Stopwatch.GetElapsedTime(started);
        }

        return longest;
    }

    private static async Task<string> DraftAsync(HttpClient http, string number)
    {
        using var posted = await http.PostAsJsonAsync("/v1/incidents", Api.Incident(number, -84.38747, 33.78014, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        using var drafted = await http.PostAsJsonAsync($"/v1/incidents/test%3A{number}/canvass", new { reason = "larceny" });
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        return (await drafted.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())!["id"]!.GetValue<string>();
    }

    private static async Task<bool> IsAcceptedAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            using var answer = await sending;
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception exception) when (exception is HttpRequestException or System.Net.Sockets.SocketException)
        {
            // Killed while it was being connected to, the silo leaves the client with the bare socket's error.
            return false;
        }
    }

    /// <summary>What was acknowledged must finish by itself; what was not is sent again, as its sender would.</summary>
    private async Task FinishAsync(HttpClient http, string canvass, string incident, bool wasAcknowledged)
    {
        var path = $"/v1/canvasses/{Uri.EscapeDataString(canvass)}";
        var state = (await http.GetNodeAsync(path))["state"]!.GetValue<string>();
        if (wasAcknowledged)
        {
            Assert.Equal("sent", state);
        }
        else
        {
            using var again = await http.PostAsync($"{path}/send", null);
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        }

        await DeliveredAsync(incident);
    }

    private async Task DeliveredAsync(string incident)
    {
        var started = Stopwatch.GetTimestamp();
        while (await AskedAsync(incident) < Owners)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "The asks were not delivered within a minute.");
            await WaitAsync(TimeSpan.FromMilliseconds(5));
        }
    }

    /// <summary>The moment of a kill is what is tested, and another process gives no event to wait for.</summary>
    private static async Task WaitAsync(TimeSpan time)
    {
        if (time > TimeSpan.FromMilliseconds(1))
        {
            using var timer = new PeriodicTimer(time);
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task<int> AskedAsync(string incident) =>
        (await new RestingState(_data.Path).InboxesAsync()).Values.Sum(inbox => inbox.Count(asked => asked == incident));

    private async Task EveryOwnerHasAsync(string incident)
    {
        var inboxes = await new RestingState(_data.Path).InboxesAsync();
        for (var i = 0; i < Owners; i++)
        {
            Assert.Single(inboxes[$"owner-{i}"], incident);
        }
    }
}
