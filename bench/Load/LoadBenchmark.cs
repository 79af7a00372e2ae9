using System.Diagnostics;
using Canvass.Load.City;
using Canvass.Load.Comparison;
using Canvass.Load.Grid;
using Canvass.Load.Measuring;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;
using Canvass.Running;

namespace Canvass.Load;

/// <summary>Measures a real silo on SQLite through its HTTP doors, side by side with PostGIS, and writes what came of it.</summary>
internal static class LoadBenchmark
{
    private const int Incidents = 200;
    private const double RadiusM = 250;

    private static readonly int[] Clients = [1, 8];

    /// <summary>How long a run may take; it is broken off then.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Runs it.</summary>
    /// <param name="args"><c>--quick</c> asks little, to see that it works.</param>
    /// <param name="cancellationToken">Breaks it off; whatever it started is stopped.</param>
    /// <returns>The exit code: 0, or 1 where the contenders named different cameras, or 2 where an argument is unknown.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is not ([] or ["--quick"]))
        {
            await Console.Error.WriteLineAsync("usage: scripts/bench [--quick] | cluster [--quick] | import [cameras] [silos] | megacity [cameras] [--quick]");
            return 2;
        }

        var report = await MeasureAsync(args is [] ? LoadOptions.Full : LoadOptions.Quick, cancellationToken);
        Console.WriteLine();
        Console.Write(ReportText.Of(report));
        await BenchFile.SaveAsync("load", report.Machine.At, report, cancellationToken);
        return report.Agreement.Mismatches.Count == 0 ? 0 : 1;
    }

    private static async Task<BenchReport> MeasureAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var loadBefore = MachineFacts.ReadLoad();
        var now = TimeProvider.System.GetUtcNow();
        var city = new BenchCity(now);
        var incidents = BenchIncidents.Draw(city.Cameras, "asked", Incidents, RadiusM);
        var folder = Directory.CreateTempSubdirectory("canvass-bench-").FullName;
        try
        {
            Say("starting a silo and importing the city");
            await using var silo = await SiloProcess.StartAsync(folder);
            var doors = new GridHttp(silo.Http);
            var import = await FillAsync(doors, city, incidents, cancellationToken);
            var (sideBySide, agreement, peer) = await CompareAsync(doors, city, incidents, options, cancellationToken);
            Say("measuring Canvass alone");
            var alone = await new CanvassAlone(doors, city, options).MeasureAsync(cancellationToken);
            await silo.StopAsync();
            return new()
            {
                Machine = new() { At = now, Peer = peer, LoadBefore = loadBefore },
                SideBySide = sideBySide,
                Agreement = agreement,
                Canvass = alone,
                Import = import,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ImportSpeed> FillAsync(
        GridHttp doors, BenchCity city, IReadOnlyList<BenchIncident> incidents, CancellationToken cancellationToken)
    {
        var features = CameraFeatures.Write(city.Cameras);
        var started = Stopwatch.GetTimestamp();
        var answer = await doors.ImportAsync(features, cancellationToken);
        var import = new ImportSpeed(answer.Imported, Stopwatch.GetElapsedTime(started).TotalSeconds);
        if (answer.Imported != city.Cameras.Count)
        {
            throw new InvalidOperationException($"The grid took in {answer.Imported} of {city.Cameras.Count} cameras.");
        }

        await doors.ReportRecordingAsync(city.Outages, cancellationToken);
        foreach (var incident in incidents)
        {
            await doors.PostAsync(incident, city.WindowFrom, city.WindowTo, cancellationToken);
        }

        return import;
    }

    private static async Task<(IReadOnlyList<MeasuredRow> Rows, Agreement Agreement, string Peer)> CompareAsync(
        GridHttp doors, BenchCity city, IReadOnlyList<BenchIncident> incidents, LoadOptions options, CancellationToken cancellationToken)
    {
        Say("starting PostGIS and filling its tables");
        await using var cluster = await PostgresCluster.StartAsync();
        await PeerTables.FillAsync(
            cluster.Source, city.Cameras, city.Outages, incidents, new(city.WindowFrom, city.WindowTo), cancellationToken);
        await using var client = await PeerClient.OpenAsync(cluster.Source, cancellationToken);
        var both = new SideBySide(doors, cluster.Source, incidents);
        Say("comparing the answers");
        var agreement = await both.CompareAsync(cancellationToken);
        var rows = new List<MeasuredRow>();
        foreach (var clients in Clients)
        {
            Say(FormattableString.Invariant($"measuring side by side, clients: {clients}"));
            rows.AddRange(await both.MeasureAsync(clients, options, cancellationToken));
        }

        return (rows, agreement, await client.VersionAsync());
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
