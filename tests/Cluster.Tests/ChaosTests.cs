using Canvass.Cluster.Tests.Faults;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests;

/// <summary>
/// Nothing that was acknowledged is lost, nobody is asked twice, clients meet nothing but 503 and timeouts, and service is back in time,
/// whatever happens to the processes. <c>scripts/chaos</c> runs the same for longer.
/// </summary>
[Trait("Category", "Chaos")]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly FaultKind[] Everywhere =
    [
        FaultKind.SiloKilled, FaultKind.SiloRestarted, FaultKind.GatewayKilled, FaultKind.Storm, FaultKind.DatabaseStopped,
        FaultKind.DatabaseCrashed, FaultKind.SiloFrozen,
    ];

    private static readonly FaultKind[] InNamespaces = [FaultKind.SilosCut, FaultKind.SiloIsolated];

    [Fact]
    public async Task Whatever_fails_the_grid_loses_nothing_that_it_acknowledged()
    {
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        var obstacle = isCi ? null : ClusterNetwork.Obstacle;
        var options = ChaosOptions.FromEnvironment();
        await new ChaosRun("chaos", obstacle is null ? [.. Everywhere, .. InNamespaces] : Everywhere, options.Minutes, options.Seed)
            .RunAsync(output.WriteLine);

        Assert.SkipWhen(obstacle is not null, $"All else passed, but silos cannot be cut from each other here: {obstacle}.");
    }
}
