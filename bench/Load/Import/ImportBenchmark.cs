using System.Globalization;
using Canvass.Load.City;
using Canvass.Load.Clusters;
using Canvass.Load.Reporting;
using Canvass.Running;
using Canvass.Running.Clusters;
using Npgsql;

namespace Canvass.Load.Import;

/// <summary>Imports a metropolitan area's cameras through a gateway into PostgreSQL, asks coverage meanwhile, and judges every answer.</summary>
internal static class ImportBenchmark
{
    private const int DefaultCameras = 1_000_000;
    private const int AskedAfterwards = 200;

    // Other places than those that were asked about meanwhile.
    private const int FirstAfterwards = 1_000_000;

    /// <summary>How long a run may take; it is broken off then.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromHours(1);

    /// <summary>Runs it.</summary>
    /// <param name="args">How many cameras, one million where it is left out; and how many silos, otherwise one.</param>
    /// <param name="cancellationToken">Breaks it off; whatever it started is stopped.</param>
    /// <returns>The exit code: 0, or 1 where an answer was wrong, or 2 where an argument is unknown.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var numbers = args.Select(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        if (numbers.Length > 2 || numbers.Contains(0))
        {
            await Console.Error.WriteLineAsync("usage: scripts/bench import [cameras] [silos]");
            return 2;
        }

        var report = await MeasureAsync(
            numbers is [var cameras, ..] ? cameras : DefaultCameras, numbers is [_, var silos] ? silos : 1, cancellationToken);
        Console.WriteLine();
        Console.Write(ImportText.Of(report));
        await BenchFile.SaveAsync("import", report.Machine.At, report, cancellationToken);
        return report.Wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<ImportReport> MeasureAsync(int cameras, int silos, CancellationToken cancellationToken)
    {
        var loadBefore = MachineFacts.ReadLoad();
        var now = TimeProvider.System.GetUtcNow();
        Say(FormattableString.Invariant($"starting {silos} silos and a gateway"));
        var index = new CameraIndex(cameras, MetroCameras.At);
        await using var server = await PostgresServer.StartAsync(
            new() { Durable = true, MaxConnections = 300, Settings = ServerFacts.Durable });
        await using var cluster = await GridCluster.StartAsync(new() { Server = server, Silos = silos, Gateways = 1 });
        var facts = await ServerFacts.ReadAsync(cluster.ConnectionString, cancellationToken);
        var http = cluster.Gateways[0].Http;
        var progress = new ImportProgress();
        var (meanwhile, afterwards) = (new CoverageProbe(http, index), new CoverageProbe(http, index));
        var memory = new MemoryWatch(cluster.Nodes);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = Task.WhenAll(meanwhile.RunAsync(progress, done.Token), memory.RunAsync(done.Token));
        var (speed, requests, repeated) =
            await new StreamedImport(http, cameras, MetroCameras.At, Say).RunAsync(progress, cancellationToken);
        await done.CancelAsync();
        await watching;
        Say("comparing answers");
        for (var i = 0; i < AskedAfterwards; i++)
        {
            await afterwards.AskAsync(MetroCameras.AskedAt(FirstAfterwards + i), cameras, cancellationToken);
        }

        return new()
        {
            Machine = new() { At = now, Peer = facts.Version, LoadBefore = loadBefore },
            ServerSettings = facts.Settings,
            Silos = silos,
            Speed = speed,
            Requests = requests,
            Repeated = repeated,
            Memory = memory.Read(),
            DatabaseMiB = await SizeAsync(cluster.ConnectionString, cancellationToken) / (double)(1 << 20),
            Meanwhile = ProbeSummary.Of(meanwhile),
            Afterwards = ProbeSummary.Of(afterwards),
        };
    }

    private static async Task<long> SizeAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
