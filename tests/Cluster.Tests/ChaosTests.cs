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
    private readonly ChaosOptions _options = ChaosOptions.FromEnvironment();

    [Fact]
    public Task Killed_frozen_and_without_its_database_the_grid_loses_nothing() => new ChaosRun(
        "processes",
        [
            FaultKind.SiloKilled, FaultKind.SiloRestarted, FaultKind.GatewayKilled, FaultKind.Storm, FaultKind.DatabaseStopped,
            FaultKind.DatabaseCrashed, FaultKind.SiloFrozen,
        ],
        _options.Minutes * 0.7, _options.Seed).RunAsync(output.WriteLine);

    [Fact]
    public Task With_its_silos_cut_from_each_other_the_grid_loses_nothing()
    {
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipWhen(ClusterNetwork.Obstacle is not null && !isCi, $"Silos cannot be cut from each other here: {ClusterNetwork.Obstacle}.");
        return new ChaosRun("network", [FaultKind.SilosCut, FaultKind.SiloIsolated], _options.Minutes * 0.3, _options.Seed)
            .RunAsync(output.WriteLine);
    }
}
