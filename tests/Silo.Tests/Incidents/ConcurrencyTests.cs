using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Incidents;

/// <summary>The same thing from many callers at once.</summary>
[Trait("Category", "Cluster")]
public sealed class ConcurrencyTests : IAsyncLifetime
{
    private const int Owners = 40;
    private readonly TestFolder _data = new();
    private SiloProcess _silo = null!;

    public async ValueTask InitializeAsync() => _silo = await SiloProcess.StartAsync(_data.Path);

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task Fifty_reports_of_one_incident_at_once_in_any_order_make_one_incident_at_its_newest_state()
    {
        var newest = DateTimeOffset.UtcNow;
        var order = Enumerable.Range(0, 50).ToArray();
        new Random(50).Shuffle(order);

        var answers = await Task.WhenAll(order.Select(i => PostAsync("/v1/incidents",
            Api.Incident("same", -84.38747, 33.78014, newest.AddSeconds(-i), radiusM: 100 + i))));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.Created));
        Assert.Equal(49, answers.Count(status => status == HttpStatusCode.OK));
        var incident = Assert.Single(await _silo.Http.ListAllAsync("/v1/incidents", "incidents"));
        Assert.Equal(100, incident["radiusM"]!.GetValue<double>());
        Assert.Equal(newest, DateTimeOffset.Parse(incident["reportedAt"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(100, (await _silo.Http.GetNodeAsync("/v1/incidents/test%3Asame"))["radiusM"]!.GetValue<double>());
    }

    [Fact]
    public async Task Ten_sends_of_a_canvass_at_once_ask_every_owner_once()
    {
        for (var i = 0; i < Owners; i++)
        {
            using var put = await _silo.Http.PutCameraAsync(
                $"cam-{i}", -84.38747 + (i * 0.00001), 33.78014, new { tier = "integrated", ownerId = $"owner-{i}" });
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        }

        await PostAsync("/v1/incidents", Api.Incident("send", -84.38747, 33.78014, DateTimeOffset.UtcNow));
        using var drafted = await _silo.Http.PostAsJsonAsync("/v1/incidents/test%3Asend/canvass", new { reason = "larceny" });
        var id = (await drafted.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        var path = $"/v1/canvasses/{Uri.EscapeDataString(id)}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync($"{path}/send", null)));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Accepted, status));
        var inboxes = await new RestingState(_data.Path).InboxesAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var looks = 0; inboxes.Count < Owners; looks++)
        {
            Assert.True(looks < 1_500, "The asks were not delivered.");
            await timer.WaitForNextTickAsync();
            inboxes = await new RestingState(_data.Path).InboxesAsync();
        }

        Assert.Equal(Owners, inboxes.Count);
        Assert.All(inboxes.Values, inbox => Assert.Equal(["test:send"], inbox));
        Assert.Equal(Owners, (await _silo.Http.GetNodeAsync(path))["asked"]!["integrated"]!["owners"]!.GetValue<int>());
    }

    private async Task<HttpStatusCode> PostAsync(string path, object? body)
    {
        using var answer = await _silo.Http.PostAsJsonAsync(path, body);
        return answer.StatusCode;
    }
}
