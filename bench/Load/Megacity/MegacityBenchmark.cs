using Canvass.Contracts.Times;
using Canvass.Load.City;
using Canvass.Load.Clusters;
using Canvass.Load.Comparison;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;

namespace Canvass.Load.Megacity;

/// <summary>Measures one silo process with a million cameras on PostgreSQL: coverage side by side with PostGIS, memory, cold start, and what
/// coverage costs in smaller cities of the same density.</summary>
internal static class MegacityBenchmark
{
    // Other places than those that are asked about afterwards.
    private const int FirstAfterStart = 500_000;

    private static readonly int[] Callers = [1, 8];
    private static readonly int[] SmallerCities = [8_700, 100_000];

    // Three grids and the peer share the server. Their data fits into its memory, in everybody's favour.
    private static readonly string[] ServerSettings =
    [
        "max_connections = 300", "shared_buffers = 2GB", "effective_cache_size = 6GB", "maintenance_work_mem = 512MB", "max_wal_size = 8GB",
        "checkpoint_timeout = 30min",
    ];

    /// <summary>How long a run may take; it is broken off then.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromHours(1);

    /// <summary>Runs it.</summary>
    /// <param name="args">The number of cameras, 1,000,000 if it is left out; <c>--quick</c> asks little, to see that it works.</param>
    /// <param name="cancellationToken">Breaks it off; whatever it started is stopped.</param>
    /// <returns>The exit code: 0; 1 if an answer was wrong; 2 if an argument is unknown.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (MegacityOptions.Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync("usage: scripts/bench megacity [cameras, at least 1000] [--quick]");
            return 2;
        }

        var report = await MeasureAsync(options, cancellationToken);
        Console.WriteLine();
        Console.Write(MegacityText.Of(report));
        await BenchFile.SaveAsync("megacity", report.Machine.At, report, cancellationToken);
        return report.IsRight ? 0 : 1;
    }

    private static async Task<MegacityReport> MeasureAsync(MegacityOptions options, CancellationToken cancellationToken)
    {
        var loadBefore = MachineFacts.ReadLoad();
        var now = TimeProvider.System.GetUtcNow();
        var window = new TimeWindow(now - TimeSpan.FromHours(1), now);
        var clock = new PhaseClock();
        clock.Begin("start PostgreSQL and a silo");
        await using var cluster = await PostgresCluster.StartAsync(ServerSettings);
        await using var grid = await CityGrid.StartAsync(cluster, new(options.Cameras), cancellationToken);
        var facts = await ServerFacts.ReadAsync(grid.ConnectionString, cancellationToken);
        clock.Begin("import the large city");
        var import = await grid.ImportAsync(PhaseClock.Say, cancellationToken);
        clock.Begin("cold starts");
        var starts = await StartColdAsync(grid, options.ColdStarts, cancellationToken);
        clock.Begin("load all cells of the large city");
        var cells = await new CellLoading(grid).RunAsync(cancellationToken);
        var loaded = await SiloMemory.ReadAsync(grid, "all cells loaded", cancellationToken);
        var (rows, overHttp, grainClient, peer) = await CompareAsync(cluster, grid, window, options, clock, cancellationToken);
        var compared = await SiloMemory.ReadAsync(grid, "after the comparison with PostGIS", cancellationToken);
        var growth = await MeasureGrowthAsync(cluster, grid, window, options, clock, cancellationToken);
        var end = await SiloMemory.ReadAsync(grid, "at the end", cancellationToken);
        clock.End();
        return new()
        {
            Machine = new() { At = now, Peer = peer, LoadBefore = loadBefore },
            ServerSettings = facts.Settings,
            Options = options,
            Import = import,
            Cells = cells,
            SideBySide = rows,
            OverHttp = overHttp,
            GrainClient = grainClient,
            Memory = [loaded, compared, end],
            ColdStarts = starts,
            Growth = growth,
            Phases = clock.Phases,
        };
    }

    private static async Task<IReadOnlyList<ColdStart>> StartColdAsync(CityGrid grid, int count, CancellationToken cancellationToken)
    {
        var index = new CameraIndex(grid.City.Count, grid.City.At);
        var starts = new List<ColdStart>();
        for (var i = 0; i < count; i++)
        {
            starts.Add(await ColdStart.MeasureAsync(grid, index, FirstAfterStart + i, cancellationToken));
        }

        return starts;
    }

    private static async Task<(IReadOnlyList<MeasuredRow> Rows, Agreement OverHttp, Agreement GrainClient, string Peer)> CompareAsync(
        PostgresCluster cluster, CityGrid grid, TimeWindow window, MegacityOptions options, PhaseClock clock, CancellationToken cancellationToken)
    {
        clock.Begin("fill the tables of PostGIS");
        var places = AskedPlace.Draw(grid.City, 0, MegacityOptions.Places, window);
        var cameras = Enumerable.Range(0, grid.City.Count).Select(grid.City.At);
        await PeerTables.FillAsync(cluster.Source, cameras, [], [.. places.Select(place => place.Stored)], window, cancellationToken);
        clock.Begin("compare the answers");
        var comparison = new CityComparison(grid, await grid.ConnectAsync(cancellationToken), cluster.Source, places);
        var (overHttp, grainClient) = await comparison.CompareAsync(cancellationToken);
        var rows = new List<MeasuredRow>();
        foreach (var callers in Callers)
        {
            clock.Begin(FormattableString.Invariant($"measure side by side, callers: {callers}"));
            rows.AddRange(await comparison.MeasureAsync(callers, options, cancellationToken));
        }

        await using var client = await PeerClient.OpenAsync(cluster.Source, cancellationToken);
        return (rows, overHttp, grainClient, await client.VersionAsync());
    }

    private static async Task<IReadOnlyList<GrowthRow>> MeasureGrowthAsync(
        PostgresCluster cluster, CityGrid large, TimeWindow window, MegacityOptions options, PhaseClock clock, CancellationToken cancellationToken)
    {
        var smaller = new List<CityGrid>();
        try
        {
            foreach (var cameras in SmallerCities.Where(cameras => cameras < large.City.Count))
            {
                clock.Begin(FormattableString.Invariant($"start, fill and load a city of {cameras} cameras"));
                smaller.Add(await CityGrid.StartAsync(cluster, new(cameras), cancellationToken));
                await smaller[^1].ImportAsync(PhaseClock.Say, cancellationToken);
                await new CellLoading(smaller[^1]).RunAsync(cancellationToken);
            }

            clock.Begin("measure cities of all sizes in turns");
            return await new GrowthMeasurement([.. smaller, large], window, options).RunAsync(cancellationToken);
        }
        finally
        {
            foreach (var grid in smaller)
            {
                await grid.DisposeAsync();
            }
        }
    }
}
