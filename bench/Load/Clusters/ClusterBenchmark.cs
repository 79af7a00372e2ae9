using Canvass.Load.City;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;

namespace Canvass.Load.Clusters;

/// <summary>Measures clusters of real processes through their gateways, on PostgreSQL servers that lose nothing, side by
/// side with an HTTP service and with plain SQL on servers like theirs.</summary>
internal static class ClusterBenchmark
{
    private const int Canvassers = 16;
    private const int SinglePositionClients = 64;
    private const int PositionClients = 16;
    private const int PositionBatch = 50;

    private static readonly int[] Reporters = [16, 64];
    private static readonly int[] Askers = [1, 16];
    private static readonly GridShape One = new("Canvass, 1 silo, 1 gateway", 1, 1);
    private static readonly GridShape Three = new("Canvass, 3 silos, 2 gateways", 3, 2);

    /// <summary>How long a run may take; it is broken off then.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromMinutes(45);

    /// <summary>Runs it.</summary>
    /// <param name="args"><c>--quick</c> measures little, to see that it works.</param>
    /// <param name="cancellationToken">Breaks it off; whatever it started is stopped.</param>
    /// <returns>The exit code: 0, or 2 where an argument is unknown.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is not ([] or ["--quick"]))
        {
            await Console.Error.WriteLineAsync("usage: scripts/bench cluster [--quick]");
            return 2;
        }

        var report = await MeasureAsync(args is [] ? ClusterOptions.Full : ClusterOptions.Quick, cancellationToken);
        Console.WriteLine();
        Console.Write(ClusterText.Of(report));
        await BenchFile.SaveAsync("cluster", report.Machine.At, report, cancellationToken);
        return 0;
    }

    private static async Task<ClusterReport> MeasureAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        var loadBefore = MachineFacts.ReadLoad();
        var now = TimeProvider.System.GetUtcNow();
        var city = new BenchCity(now, oneOwnerEach: true);
        Say("looking for places with about twenty owners");
        var phases = new ClusterPhases(city, new(city), options);
        var facts = await ReadFactsAsync(cancellationToken);
        return new()
        {
            Machine = new() { At = now, Peer = facts.Version, LoadBefore = loadBefore },
            ServerSettings = facts.Settings,
            BySize = await MeasureSizesAsync(phases, city, cancellationToken),
        };
    }

    private static async Task<ServerFacts> ReadFactsAsync(CancellationToken cancellationToken)
    {
        await using var server = await DurableServer.StartAsync();
        return await ServerFacts.ReadAsync(server.ConnectionString("postgres"), cancellationToken);
    }

    private static async Task<ClusterFigures> MeasureSizesAsync(ClusterPhases phases, BenchCity city, CancellationToken cancellationToken)
    {
        Say($"starting {One.Name}, {Three.Name}, and the peers");
        await using var one = await MeasuredGrid.StartAsync(One, city, cancellationToken);
        await using var three = await MeasuredGrid.StartAsync(Three, city, cancellationToken);
        await using var peer = await PeerHttpService.StartAsync(city, cancellationToken);
        await using var statement = await PeerStatement.StartAsync(city, cancellationToken);
        MeasuredGrid[] grids = [one, three];
        ICanvassService[] services = [one, three, peer];
        await WarmUpAsync(services, phases, cancellationToken);
        return new()
        {
            Accepted = await EachAsync("incidents accepted", Reporters, clients => phases.AcceptAsync(services, clients, cancellationToken)),
            Canvasses = await EachAsync("canvasses", [Canvassers], clients => phases.CanvassAsync(services, clients, cancellationToken)),
            Coverage = await EachAsync("coverage", Askers, clients => phases.CoverAsync(grids, clients, cancellationToken)),
            Whole = await EachAsync(
                "the whole work", [Canvassers], clients => phases.DoWholeAsync(services, statement, clients, cancellationToken)),
            Positions =
            [
                .. await EachAsync("positions one by one", [SinglePositionClients],
                    clients => phases.ReportPositionsAsync(grids, clients, 1, cancellationToken)),
                .. await EachAsync("positions by the batch", [PositionClients],
                    clients => phases.ReportPositionsAsync(grids, clients, PositionBatch, cancellationToken)),
            ],
        };
    }

    /// <summary>Lets the processes compile what they run most, so that what is measured first is measured like the rest.</summary>
    private static async Task WarmUpAsync(ICanvassService[] services, ClusterPhases phases, CancellationToken cancellationToken)
    {
        Say("warming up");
        await phases.AcceptAsync(services, Reporters[^1], cancellationToken);
    }

    private static async Task<IReadOnlyList<T>> EachAsync<T>(string what, int[] clients, Func<int, Task<IReadOnlyList<T>>> measureAsync)
    {
        var rows = new List<T>();
        foreach (var count in clients)
        {
            Say(FormattableString.Invariant($"measuring {what}, clients: {count}"));
            rows.AddRange(await measureAsync(count));
        }

        return rows;
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
