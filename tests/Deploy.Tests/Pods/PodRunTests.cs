using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Canvass.Deploy.Tests.Images;
using Canvass.Deploy.Tests.Manifests;
using Canvass.Running;
using Canvass.Running.Clusters;
using Npgsql;

namespace Canvass.Deploy.Tests.Pods;

/// <summary>What the Dockerfile makes, run as the production manifests say, over a real database.</summary>
[Trait("Category", "Cluster")]
public sealed class PodRunTests(ITestOutputHelper output)
{
    /// <summary>The name under which the overlay's example has callers know the grid.</summary>
    private const string Name = "canvass.example.org";

    private const string Nothing = "0000000000000000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_image_runs_as_its_pods_do_migrates_serves_and_drains()
    {
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipWhen(ClusterNetwork.Obstacle is not null && !isCi, $"Pods cannot be run here: {ClusterNetwork.Obstacle}.");
        using var folder = new TestFolder();
        var image = await BuiltImage.BuildAsync(ImageFile.Ours, folder.Path);
        await using var network = await ClusterNetwork.CreateAsync(places: 3);
        await using var server = await PostgresServer.StartAsync(new() { ListenAddresses = $"127.0.0.1,{network.Host}" });
        var secret = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync("canvass")) { Host = network.Host.ToString() }.ConnectionString;

        await using (var migrate = Start("migrate", place: 0))
        {
            Assert.True(await migrate.ExitAsync() == 0, migrate.Output);
            output.WriteLine(migrate.Output);
        }

        await using var silo = Start("silo", place: 1);
        await silo.StartedAsync();
        await using var gateway = Start("gateway", place: 2);
        await gateway.StartedAsync();
        Assert.All([silo, gateway], container =>
        {
            Assert.Equal("1654\t1654\t1654\t1654", container.Status["Uid"]);
            Assert.Equal((Nothing, Nothing, "1"), (container.Status["CapEff"], container.Status["CapBnd"], container.Status["NoNewPrivs"]));
            Assert.False(container.CanWriteRoot);
        });
        await ServesAsync(gateway);
        await IsScrapedAsync(silo);
        await using (var check = Start("silo", place: 1, ImageFile.Exec(Assert.Single(image.File.Last.Of("HEALTHCHECK")))))
        {
            Assert.True(await check.ExitAsync() == 0, check.Output);
        }

        Assert.Equal(0, await gateway.StopAsync());
        Assert.Equal(0, await silo.StopAsync());

        Container Start(string component, int place, string[]? command = null) => Container.Start(
            image, Overlay.Production, Overlay.Production.Workloads.Single(workload => workload.Component == component),
            new(network, place, secret), command);
    }

    private static async Task ServesAsync(Container gateway)
    {
        using var http = gateway.Client(Name);
        using var camera = await http.PutAsJsonAsync(
            new Uri("/v1/cameras/test:1", UriKind.Relative),
            new
            {
                type = "Feature",
                geometry = new { type = "Point", coordinates = new[] { -84.39, 33.76 } },
                properties = new { name = "Porch", tier = "integrated", ownerId = "me" },
            },
            Cancellation);
        Assert.True(camera.IsSuccessStatusCode, await camera.Content.ReadAsStringAsync(Cancellation));

        var answer = await http.GetFromJsonAsync<JsonNode>(new Uri("/v1/cameras/test:1", UriKind.Relative), Cancellation);
        Assert.Equal("integrated", (string?)answer!["properties"]!["tier"]);

        using var stranger = gateway.Client("elsewhere.example.org");
        using var refused = await stranger.GetAsync(new Uri("/v1/cameras/test:1", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    /// <summary>By its address: Prometheus knows pods by nothing else.</summary>
    private static async Task IsScrapedAsync(Container silo)
    {
        using var http = silo.Client(host: null);
        Assert.Contains("canvass_", await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }
}
