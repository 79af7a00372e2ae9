using System.Diagnostics;
using Canvass.Cluster.Tests.Load;
using Canvass.Cluster.Tests.Verification;
using Canvass.Running;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests.Faults;

/// <summary>The database's disk runs full under load, and has room again later.</summary>
[Trait("Category", "Cluster")]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>How long the disk stays full.</summary>
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Nothing_is_lost_when_the_disk_of_the_database_is_full_and_work_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("CI") == "true", "A small disk cannot be made here: mounting needs root.");
        await using var disk = await SmallDisk.MountAsync(mebibytes: 256);
        await using var server = await PostgresServer.StartAsync(new() { Durable = true, Folder = disk.Path });
        await using var cluster = await GridCluster.StartAsync(new() { Silos = 2, Gateways = 1, Server = server });
        var city = await LoadCity.ImportAsync(cluster.Gateways[0].Http, new Random(1));
        await using var load = new GridLoad(cluster.Gateways, seed: 1, new() { MayRunOutOfRoom = true }) { City = city };
        await using var resting = new RestingGrid(cluster.ConnectionString);
        load.Start();
        Assert.NotNull(await load.Watch.ReturnAsync(Stopwatch.GetTimestamp(), load.Doors.All, Timeout));

        var filled = Stopwatch.GetTimestamp();
        while ((load.Counts["retries after 507"] == 0 && await server.IsRunningAsync()) || Stopwatch.GetElapsedTime(filled) < Full)
        {
            // The server frees some by itself, and fills what it had put by.
            disk.Fill();
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            Assert.True(Stopwatch.GetElapsedTime(filled) < Timeout, "Nothing failed although the disk is full: nothing was proved.");
        }

        disk.Free();
        var hadStopped = !await server.IsRunningAsync();
        if (hadStopped)
        {
            // Where it cannot even write its log of changes it stops itself, and whoever runs it starts it again.
            await server.StartAgainAsync();
        }

        var back = await load.Watch.ReturnAsync(Stopwatch.GetTimestamp(), load.Doors.All, Timeout);
        await load.StopAsync();
        output.WriteLine($"The server {(hadStopped ? "stopped itself" : "went on")}; service was back after {back?.TotalSeconds:0.0} s.");
        output.WriteLine(string.Join("\n", load.Counts.All));
        var verdict = await new Verifier(resting, load).LookEverywhereAsync();

        Assert.NotNull(back);
        Assert.Empty(load.Counts.Violations);
        Assert.Empty(verdict.Lost);
        Assert.Empty(verdict.Missing);
        Assert.Empty(verdict.Doubled);
        Assert.True(verdict.Asks > 0, "No canvass was sent: nothing was proved.");
    }
}
