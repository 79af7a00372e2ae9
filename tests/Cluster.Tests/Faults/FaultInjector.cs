using System.Diagnostics;
using Canvass.Cluster.Tests.Load;
using Canvass.Running;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests.Faults;

/// <summary>Lets faults happen to a cluster under load, one at a time, and leaves it whole after each.</summary>
internal sealed class FaultInjector(GridCluster cluster, GridLoad load, Random random)
{
    /// <summary>How soon service is back after a silo's death.</summary>
    public static readonly TimeSpan SiloLimit = TimeSpan.FromSeconds(15);

    /// <summary>How soon service is back after the database's return.</summary>
    public static readonly TimeSpan DatabaseLimit = TimeSpan.FromSeconds(10);

    // How long to look on where a limit is missed, so that it is known by how much.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DeathTimeout = TimeSpan.FromSeconds(45);
    private const int StormKills = 3;

    private IReadOnlyList<Door> Doors => load.Doors.All;

    /// <summary>Lets a fault happen, waits until service is back, and mends what is broken.</summary>
    /// <exception cref="InvalidOperationException">A silo that was declared dead did not leave.</exception>
    public Task<FaultRecord> StrikeAsync(FaultKind kind) => kind switch
    {
        FaultKind.SiloKilled => KillSiloAsync(staysAway: true),
        FaultKind.SiloRestarted => KillSiloAsync(staysAway: false),
        FaultKind.GatewayKilled => KillGatewayAsync(),
        FaultKind.Storm => StormAsync(),
        FaultKind.DatabaseStopped => StopDatabaseAsync(kind, PostgresStop.Fast),
        FaultKind.DatabaseCrashed => StopDatabaseAsync(kind, PostgresStop.Immediate),
        FaultKind.SiloFrozen => FreezeAsync(),
        FaultKind.SilosCut => CutAsync(),
        FaultKind.SiloIsolated => IsolateAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown fault."),
    };

    private async Task<FaultRecord> KillSiloAsync(bool staysAway)
    {
        var silo = Any(cluster.Silos);
        var struck = Stopwatch.GetTimestamp();
        await silo.KillAsync();
        if (!staysAway)
        {
            await silo.StartAsync();
        }

        var back = await load.Watch.ReturnAsync(struck, Doors, Timeout);
        if (staysAway)
        {
            await silo.StartAsync();
        }

        return new(staysAway ? FaultKind.SiloKilled : FaultKind.SiloRestarted, silo.Name, "the kill", back, SiloLimit);
    }

    private async Task<FaultRecord> KillGatewayAsync()
    {
        var door = Any(Doors);
        door.Close();
        var struck = Stopwatch.GetTimestamp();
        await door.Node.KillAsync();
        var back = await load.Watch.ReturnAsync(struck, [.. Doors.Where(other => other != door)], Timeout);
        await StartAsync(door);
        return new(FaultKind.GatewayKilled, door.Node.Name, "the kill", back, SiloLimit);
    }

    private async Task<FaultRecord> StormAsync()
    {
        var struck = 0L;
        var starting = new Dictionary<GridNode, Task>();
        for (var i = 0; i < StormKills; i++)
        {
            var node = Any([.. cluster.Nodes.Where(node => !starting.TryGetValue(node, out var start) || start.IsCompletedSuccessfully)]);
            var door = Doors.FirstOrDefault(door => door.Node == node);
            door?.Close();
            struck = Stopwatch.GetTimestamp();
            await node.KillAsync();
            starting[node] = door is null ? node.StartAsync() : StartAsync(door);
            await WaitAsync(TimeSpan.FromSeconds(2 + (random.NextDouble() * 3)));
        }

        await Task.WhenAll(starting.Values);
        var back = await load.Watch.ReturnAsync(struck, Doors, Timeout);
        return new(FaultKind.Storm, $"{StormKills} processes", "the last kill", back, SiloLimit);
    }

    private async Task<FaultRecord> StopDatabaseAsync(FaultKind kind, PostgresStop mode)
    {
        await cluster.Server.StopAsync(mode);
        await WaitAsync(TimeSpan.FromSeconds(2 + (random.NextDouble() * 4)));
        await cluster.Server.StartAgainAsync();
        var accepts = Stopwatch.GetTimestamp();
        var back = await load.Watch.ReturnAsync(accepts, Doors, Timeout);
        return new(kind, "PostgreSQL", "its accepting connections", back, DatabaseLimit);
    }

    private async Task<FaultRecord> FreezeAsync()
    {
        var silo = Any(cluster.Silos);
        var struck = Stopwatch.GetTimestamp();
        await silo.FreezeAsync();
        var back = await load.Watch.ReturnAsync(struck, Doors, Timeout);
        await DeclaredDeadAsync(silo);
        await silo.ThawAsync();
        await LeavesAsync(silo);
        await silo.StartAsync();
        return new(FaultKind.SiloFrozen, silo.Name, "the freeze", back, SiloLimit);
    }

    private async Task<FaultRecord> CutAsync()
    {
        var places = Enumerable.Range(0, cluster.Silos.Count).OrderBy(_ => random.Next()).Take(2).ToList();
        await cluster.Network!.CutAsync(places[0], places[1]);
        await WaitAsync(TimeSpan.FromSeconds(5 + (random.NextDouble() * 10)));
        var healed = Stopwatch.GetTimestamp();
        await cluster.Network.HealAsync(places[0], places[1]);
        var back = await load.Watch.ReturnAsync(healed, Doors, Timeout);
        await RestartTheDeadAsync();
        return new(FaultKind.SilosCut, $"{cluster.Silos[places[0]]}, {cluster.Silos[places[1]]}", "the healing", back, SiloLimit);
    }

    private async Task<FaultRecord> IsolateAsync()
    {
        var alone = random.Next(cluster.Silos.Count);
        var others = Enumerable.Range(0, cluster.Silos.Count).Where(place => place != alone).ToList();
        var struck = Stopwatch.GetTimestamp();
        foreach (var other in others)
        {
            await cluster.Network!.CutAsync(alone, other);
        }

        var back = await load.Watch.ReturnAsync(struck, Doors, Timeout);
        await LeavesAsync(cluster.Silos[alone]);
        foreach (var other in others)
        {
            await cluster.Network!.HealAsync(alone, other);
        }

        await RestartTheDeadAsync();
        return new(FaultKind.SiloIsolated, cluster.Silos[alone].Name, "the cut", back, SiloLimit);
    }

    private static async Task StartAsync(Door door)
    {
        await door.Node.StartAsync();
        door.Open();
    }

    private async Task RestartTheDeadAsync()
    {
        foreach (var silo in cluster.Silos.Where(silo => silo.HasExited))
        {
            await silo.StartAsync();
        }
    }

    private async Task DeclaredDeadAsync(GridNode silo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var started = Stopwatch.GetTimestamp();
        while (await cluster.MembershipAsync(silo) is not "Dead" and var status)
        {
            Require(Stopwatch.GetElapsedTime(started) < DeathTimeout, $"{silo}, frozen, is still {status} in the membership table");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>A silo that was declared dead learns of it and ends by itself.</summary>
    private static async Task LeavesAsync(GridNode silo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var started = Stopwatch.GetTimestamp();
        while (!silo.HasExited)
        {
            Require(Stopwatch.GetElapsedTime(started) < DeathTimeout, $"{silo} was declared dead and did not leave:\n{silo.Output}");
            await timer.WaitForNextTickAsync();
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>How long a fault lasts is part of it.</summary>
    private static async Task WaitAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }

    private T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
