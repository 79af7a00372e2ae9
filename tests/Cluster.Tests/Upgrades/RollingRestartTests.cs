using Canvass.Cluster.Tests.Load;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests.Upgrades;

/// <summary>Every silo replaced, one after the other, while the grid works.</summary>
[Trait("Category", "Cluster")]
public sealed class RollingRestartTests
{
    [Fact]
    public async Task Silos_that_drain_and_start_again_one_by_one_fail_no_request()
    {
        await using var cluster = await GridCluster.StartAsync();
        await LoadCity.ImportAsync(cluster.Gateways[0].Http, new Random(1));
        await using var load = new GridLoad(cluster.Gateways, seed: 1);
        load.Start();

        foreach (var silo in cluster.Silos)
        {
            Assert.Equal(0, await silo.StopAsync());
            await silo.StartAsync();
        }

        await load.StopAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", load.Counts.All));
        Assert.Empty(load.Counts.Violations);

        // A client may repeat after a 503, and after nothing else.
        Assert.DoesNotContain(load.Counts.All.Keys, name => name.StartsWith("given up", StringComparison.Ordinal));
        Assert.Equal(0, load.Counts["retries after a timeout"] + load.Counts["reads that failed: a timeout"]);
        Assert.True(load.Counts["acknowledged reports"] > 0);
    }
}
