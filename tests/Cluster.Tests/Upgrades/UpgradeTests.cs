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
    private const int Incidents = 20;

    [Fact]
    public async Task A_build_with_another_field_and_renamed_grains_runs_beside_the_old_one_both_ways()
    {
        using var next = await NextBuild.MakeAsync();
        await using var cluster = await GridCluster.StartAsync(new() { Silos = 2, Gateways = 2 });
        var (oldSilo, newSilo) = (cluster.Silos[0], cluster.Silos[1]);
        foreach (var node in new[] { newSilo, cluster.Gateways[1] })
        {
            Assert.Equal(0, await node.StopAsync());
            node.ProgramFolder = next.ProgramFolder;
            await node.StartAsync();
        }

        var (old, newer) = (cluster.Gateways[0].Http, cluster.Gateways[1].Http);
        await LoadCity.ImportAsync(old, new Random(1));

        // Grains on both silos, called by both gateways.
        await WorkAsync("both", old, newer);

        // The new silo alone keeps what the new gateway tells it, and works with the old one.
        Assert.Equal(0, await oldSilo.StopAsync());
        await WorkAsync("new", old, newer);
        Assert.Equal("rain", (await ReadAsync(newer, "/v1/incidents/new%3A1"))[NextBuild.Field]!.GetValue<string>());

        // The old silo alone reads what the new one wrote, and passes over what it does not know.
        await oldSilo.StartAsync();
        Assert.Equal(0, await newSilo.StopAsync());
        Assert.Null((await ReadAsync(newer, "/v1/incidents/new%3A1"))[NextBuild.Field]);
        await CheckAsync("both", old, newer);
        await CheckAsync("new", old, newer);
        await WorkAsync("old", old, newer);
    }

    /// <summary>Reports, updates, canvasses and reads incidents, each step through the other gateway than the one before it. The odd ones are
    /// reported through the new gateway.</summary>
    private static async Task WorkAsync(string source, HttpClient old, HttpClient newer)
    {
        for (var i = 0; i < Incidents; i++)
        {
            var (first, second) = i % 2 == 0 ? (old, newer) : (newer, old);
            await AcceptAsync(first, "/v1/incidents", Report(source, i, DateTimeOffset.UtcNow), HttpStatusCode.Created);
            if (i >= 4)
            {
                continue;
            }

            var draft = await AcceptAsync(second, $"/v1/incidents/{source}%3A{i}/canvass", new { reason = "missing-person" }, HttpStatusCode.Created);
            var sent = await AcceptAsync(first, $"/v1/canvasses/{Uri.EscapeDataString(draft["id"]!.GetValue<string>())}/send", new { }, HttpStatusCode.Accepted);
            Assert.Equal("sent", sent["state"]!.GetValue<string>());
            await AcceptAsync(first, "/v1/incidents", Report(source, i, DateTimeOffset.UtcNow.AddSeconds(1)), HttpStatusCode.OK);
        }

        await CheckAsync(source, old, newer);
    }

    private static async Task CheckAsync(string source, params HttpClient[] gateways)
    {
        foreach (var http in gateways)
        {
            for (var i = 0; i < Incidents; i++)
            {
                Assert.Equal($"{i} Peachtree St", (await ReadAsync(http, $"/v1/incidents/{source}%3A{i}"))["address"]!.GetValue<string>());
            }

            Assert.True((await ReadAsync(http, $"/v1/incidents/{source}%3A0/coverage"))["complete"]!.GetValue<bool>());
        }
    }

    private static object Report(string source, int number, DateTimeOffset reportedAt) => new
    {
        source,
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
