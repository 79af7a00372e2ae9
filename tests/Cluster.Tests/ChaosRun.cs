using System.Diagnostics;
using Canvass.Cluster.Tests.Faults;
using Canvass.Cluster.Tests.Load;
using Canvass.Cluster.Tests.Reporting;
using Canvass.Cluster.Tests.Verification;
using Canvass.Running;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests;

/// <summary>Three silos and two gateways under load, to which faults of some kinds happen one after another.</summary>
/// <param name="name">What its report is called.</param>
/// <param name="kinds">The kinds of faults.</param>
/// <param name="minutes">For how long they strike; null: each kind once.</param>
/// <param name="seed">Decides all that is random.</param>
internal sealed class ChaosRun(string name, IReadOnlyList<FaultKind> kinds, double? minutes, int seed)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly Random _random = new(seed);

    /// <summary>Runs, writes the report under <c>artifacts/chaos</c>, and holds the grid to what it promises.</summary>
    public async Task RunAsync(Action<string> print)
    {
        print($"Seed {seed}");
        var folder = Path.Combine(Repository.Root, "artifacts", "chaos");
        var logs = Path.Combine(folder, $"{name}-logs");
        if (Directory.Exists(logs))
        {
            Directory.Delete(logs, recursive: true);
        }

        await using var cluster = await GridCluster.StartAsync(new()
        {
            Isolated = kinds.Any(kind => kind is FaultKind.SilosCut or FaultKind.SiloIsolated),
            LogFolder = logs,
        });
        await using var load = new GridLoad(cluster.Gateways, _random.Next());
        await using var resting = new RestingGrid(cluster.ConnectionString);
        var report = new ChaosReport { Name = name, Seed = seed };
        try
        {
            await StrikeAsync(cluster, load, new(resting, load), report);
        }
        finally
        {
            report.Counts = load.Counts.All;
            report.Violations = [.. load.Counts.Violations];
            report.WorkingSets = cluster.Nodes.ToDictionary(node => node.Name, node => node.HasExited ? 0 : node.WorkingSetBytes);
            await report.WriteAsync(folder);
            print(report.ToText());
        }

        Assert.Equal([], report.Violations);
        Assert.Equal([], report.Lost);
        Assert.Equal([], report.Missing);
        Assert.Equal([], report.Doubled);
        Assert.True(report.Asks > 0, "No canvass was sent: nothing was proved.");
        Assert.Equal([], report.Faults.Where(fault => !fault.IsInTime));
    }

    private async Task StrikeAsync(GridCluster cluster, GridLoad load, Verifier verifier, ChaosReport report)
    {
        load.City = await LoadCity.ImportAsync(cluster.Gateways[0].Http, _random);
        load.Start();
        var started = Stopwatch.GetTimestamp();
        Assert.NotNull(await load.Watch.ReturnAsync(started, load.Doors.All, Timeout));

        var injector = new FaultInjector(cluster, load, _random);
        foreach (var kind in Plan(started))
        {
            report.Faults.Add(await injector.StrikeAsync(kind) with { Last = load.Watch.LastFailure });
            report.Add(await verifier.LookIntoDatabaseAsync());
        }

        report.UnderLoad = Stopwatch.GetElapsedTime(started);
        await load.StopAsync();
        report.Add(await verifier.LookEverywhereAsync());
    }

    private IEnumerable<FaultKind> Plan(long started)
    {
        do
        {
            foreach (var kind in kinds.OrderBy(_ => _random.Next()).ToList())
            {
                yield return kind;
            }
        }
        while (minutes is { } most && Stopwatch.GetElapsedTime(started).TotalMinutes < most);
    }
}
