using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Canvass.Grains.Storage;
using Canvass.Grains.Units;
using Canvass.Running;

namespace Canvass.Writes;

/// <summary>Writers that each write a row of their own, again and again, each waiting until its write is committed.</summary>
internal sealed class WriteBenchmark : IAsyncDisposable
{
    private const int Rounds = 3;
    private static readonly int[] Writers = [1, 16, 64, 256];
    private readonly PostgresServer _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("canvass-writes-").FullName;
    private readonly List<Contender> _contenders = [];

    private WriteBenchmark(PostgresServer server) => _server = server;

    public static async Task<WriteBenchmark> StartAsync()
    {
        var benchmark = new WriteBenchmark(await PostgresServer.StartAsync(new() { Durable = true, MaxConnections = 200 }));
        await benchmark.AddAsync("one by one", groups: false, 21_111);
        await benchmark.AddAsync("group commit", groups: true, 21_113);
        benchmark._contenders.Add(await Contender.StartAsync("embedded", groups: true, 21_115, ("Canvass:DataDirectory", benchmark._folder)));
        return benchmark;
    }

    /// <summary>Measures and prints tables.</summary>
    public async Task RunAsync(TimeSpan duration, TextWriter output)
    {
        await PrintAsync("States of 2 KB, writes/s (median wait, p99)", _contenders[..2], WriteStatesAsync, duration, output);
        await PrintAsync("Positions, one a call, writes/s (median wait, p99)", _contenders[1..], WritePositionsAsync, duration, output);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var contender in _contenders)
        {
            await contender.DisposeAsync();
        }

        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task PrintAsync(
        string title, List<Contender> contenders, Func<Contender, int, TimeSpan, Task<Reading>> measure, TimeSpan duration, TextWriter output)
    {
        await output.WriteLineAsync($"\n| {title} | {string.Join(" | ", contenders.Select(contender => contender.Name))} |");
        await output.WriteLineAsync($"| --- | {string.Join(" | ", contenders.Select(_ => "---"))} |");
        foreach (var writers in Writers)
        {
            var readings = contenders.ToDictionary(contender => contender, _ => new List<Reading>());
            foreach (var contender in contenders)
            {
                await measure(contender, writers, duration / 4);
            }

            for (var round = 0; round < Rounds; round++)
            {
                foreach (var contender in contenders)
                {
                    readings[contender].Add(await measure(contender, writers, duration));
                }
            }

            var cells = contenders.Select(contender => readings[contender].OrderBy(reading => reading.PerSecond).ElementAt(Rounds / 2))
                .Select(reading => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{reading.PerSecond:N0} ({reading.Median.TotalMilliseconds:N1} ms, {reading.P99.TotalMilliseconds:N1} ms)"));
            await output.WriteLineAsync($"| {writers} writers | {string.Join(" | ", cells)} |");
        }
    }

    private static Task<Reading> WriteStatesAsync(Contender contender, int writers, TimeSpan duration)
    {
        return MeasureAsync(writers, duration, async writer =>
        {
            var key = new ProcessKey($"bench/{writer}", "bench");
            var version = (await contender.Port<IProcessStore>().ReadAsync(key, CancellationToken.None))?.Version;
            return contender.Groups ? GroupAsync : StockAsync;

            async Task GroupAsync() => version = await contender.Port<IProcessStore>().CommitAsync(
                new() { Key = key, Version = version, Payload = JsonSerializer.SerializeToUtf8Bytes(new BenchState { Number = version ?? 0 }) },
                CancellationToken.None) ?? throw new InvalidOperationException("Somebody else wrote the state.");

            async Task StockAsync()
            {
                var state = new GrainState<BenchState>(new() { Number = version ?? 0 }) { ETag = version?.ToString(CultureInfo.InvariantCulture)! };
                await contender.Stock.WriteStateAsync("bench", GrainId.Create("bench", key.Grain), state);
                version = int.Parse(state.ETag, CultureInfo.InvariantCulture);
            }
        });
    }

    private static Task<Reading> WritePositionsAsync(Contender contender, int writers, TimeSpan duration)
    {
        var positions = contender.Port<IUnitPositions>();
        var calls = 0;
        return MeasureAsync(writers, duration, writer => Task.FromResult<Func<Task>>(async () =>
        {
            // Each of a few thousand units in turn, as a fleet reports.
            var unit = (Interlocked.Increment(ref calls) * 7_919L) % 5_000;
            await positions.KeepAsync(
                [new() { Agency = "apd", CallSign = $"U{unit}", At = TimeProvider.System.GetUtcNow(), Position = new(33.7 + (unit * 1e-5), -84.4), SpeedMps = 12 }],
                DateTimeOffset.MaxValue, CancellationToken.None);
        }));
    }

    private static async Task<Reading> MeasureAsync(int writers, TimeSpan duration, Func<int, Task<Func<Task>>> prepare)
    {
        var waits = new ConcurrentBag<List<TimeSpan>>();
        var writes = new List<Func<Task>>();
        for (var writer = 0; writer < writers; writer++)
        {
            writes.Add(await prepare(writer));
        }

        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(writes.Select(write => Task.Run(async () =>
        {
            var own = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(began) < duration)
            {
                var start = Stopwatch.GetTimestamp();
                await write();
                own.Add(Stopwatch.GetElapsedTime(start));
            }

            waits.Add(own);
        })));
        var took = Stopwatch.GetElapsedTime(began);
        var all = waits.SelectMany(own => own).Order().ToArray();
        return new(all.Length / took.TotalSeconds, all[all.Length / 2], all[(int)(all.Length * 0.99)]);
    }

    private async Task AddAsync(string name, bool groups, int ports)
    {
        var database = await _server.CreateDatabaseAsync(name);
        _contenders.Add(await Contender.StartAsync(name, groups, ports, ("Canvass:Database", database)));
    }
}
