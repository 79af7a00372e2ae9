using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Canvass.Cluster.Tests.Load;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests.Upgrades;

/// <summary>Two versions in one cluster, as in the middle of an upgrade.</summary>
[Trait("Category", "Cluster")]
public sealed class UpgradeTests
{
    private const int Incidents = 40;

    [Fact]
    public async Task A_build_with_one_more_optional_field_runs_beside_the_old_one_both_ways()
    {
        using var next = await NextBuild.MakeAsync();
        await using var cluster = await GridCluster.StartAsync(new() { Silos = 2, Gateways = 2 });
        foreach (var node in new[] { cluster.Silos[1], cluster.Gateways[1] })
        {
            Assert.Equal(0, await node.StopAsync());
            node.ProgramFolder = next.ProgramFolder;
            await node.StartAsync();
        }

        var (old, newer) = (cluster.Gateways[0].Http, cluster.Gateways[1].Http);
        await LoadCity.ImportAsync(old, new Random(1));

        var kept = 0;
        for (var i = 0; i < Incidents; i++)
        {
            var (reporter, reader) = i % 2 == 0 ? (old, newer) : (newer, old);
            await AcceptAsync(reporter, "/v1/incidents", Report(i, reportedAt: DateTimeOffset.UtcNow), HttpStatusCode.Created);

            foreach (var http in new[] { reader, reporter })
            {
                var known = await ReadAsync(http, $"/v1/incidents/upgrade%3A{i}");
                Assert.Equal($"{i} Peachtree St", known["address"]!.GetValue<string>());
                kept += known[NextBuild.Field] is null ? 0 : 1;
            }
        }

        // It came through where gateway and silo both know it, and only there: incidents are spread over both silos.
        Assert.InRange(kept, 1, Incidents - 1);

        // Canvasses, updates and coverage cross the versions too.
        for (var i = 0; i < 4; i++)
        {
            var (first, second) = i % 2 == 0 ? (old, newer) : (newer, old);
            var draft = await AcceptAsync(first, $"/v1/incidents/upgrade%3A{i}/canvass", new { reason = "missing-person" }, HttpStatusCode.Created);
            var sent = await AcceptAsync(second, $"/v1/canvasses/{Uri.EscapeDataString(draft["id"]!.GetValue<string>())}/send", new { }, HttpStatusCode.Accepted);
            Assert.Equal("sent", sent["state"]!.GetValue<string>());
            await AcceptAsync(second, "/v1/incidents", Report(i, DateTimeOffset.UtcNow.AddSeconds(1)), HttpStatusCode.OK);
            Assert.True((await ReadAsync(first, $"/v1/incidents/upgrade%3A{i}/coverage"))["complete"]!.GetValue<bool>());
        }
    }

    private static object Report(int number, DateTimeOffset reportedAt) => new
    {
        source = "upgrade",
        number = $"{number}",
        agency = "apd",
        area = new { type = "Point", coordinates = LoadCity.Place(new Random(number)) },
        radiusM = 250,
        address = $"{number} Peachtree St",
        weather = "rain",
        reportedAt,
    };

    private static async Task<JsonNode> AcceptAsync(HttpClient http, string path, object body, HttpStatusCode wanted)
    {
        using var answer = await http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == wanted, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonNode> ReadAsync(HttpClient http, string path) =>
        JsonNode.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken))!;
}
