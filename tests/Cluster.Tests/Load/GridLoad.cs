using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests.Load;

/// <summary>
/// Clients that report incidents, canvass some of them, read what they reported and send positions, at a fixed rate however long answers take.
/// The ledger of what was acknowledged is theirs, and no process of the grid has a part in it.
/// </summary>
internal sealed class GridLoad : IAsyncDisposable
{
    /// <summary>The radius of every incident, in metres.</summary>
    public const double RadiusM = 250;

    private const int MostUnderWay = 4_000;
    private readonly LoadOptions _options;
    private readonly Random _random;
    private readonly List<LedgerIncident> _ledger = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private int _underWay;
    private Task _running = Task.CompletedTask;

    public GridLoad(IEnumerable<GridNode> gateways, int seed, LoadOptions? options = null)
    {
        _options = options ?? new();
        _random = new(seed);
        Doors = new([.. gateways.Select(gateway => new Door(gateway))], Counts, Watch, _options.MayRunOutOfRoom);
    }

    /// <summary>The cameras of the city.</summary>
    public IReadOnlyList<LoadCamera> City { get; set; } = [];

    public LoadCounts Counts { get; } = new();

    public ServiceWatch Watch { get; } = new();

    public LoadDoors Doors { get; }

    /// <summary>Every incident that was tried so far, with the newest report that was acknowledged.</summary>
    public IReadOnlyList<(LedgerIncident Incident, int Acknowledged)> Ledger
    {
        get
        {
            lock (_lock)
            {
                return [.. _ledger.Select(incident => (incident, incident.Acknowledged))];
            }
        }
    }

    /// <summary>Begins.</summary>
    public void Start() => _running = RunAsync();

    /// <summary>Begins nothing more, and waits until what is under way has ended.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (Volatile.Read(ref _underWay) > 0)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
        foreach (var door in Doors.All)
        {
            door.Dispose();
        }
    }

    private async Task RunAsync()
    {
        (double Rate, Func<Task> Work)[] works =
        [
            (_options.ReportsPerSecond, ReportAsync),
            (_options.ReadsPerSecond, ReadAsync),
            (_options.CoveragesPerSecond, CoverAsync),
            (_options.PositionsPerSecond, PositionsAsync),
        ];
        var begun = new long[works.Length];
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!_stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync();
            var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
            foreach (var (i, (rate, work)) in works.Index())
            {
                for (; begun[i] < (long)(elapsed * rate); begun[i]++)
                {
                    Begin(work);
                }
            }
        }
    }

    private void Begin(Func<Task> work)
    {
        if (Volatile.Read(ref _underWay) >= MostUnderWay)
        {
            Counts.Add("not begun: too much is under way");
            return;
        }

        Interlocked.Increment(ref _underWay);
        _ = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception exception)
            {
                Counts.Violate($"A client failed: {exception}");
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        });
    }

    private async Task ReportAsync()
    {
        var isUpdate = Chance(_options.UpdateShare);
        if ((isUpdate ? HoldKnown() : null) is { } known)
        {
            await HoldingAsync(known, () => ReportAsync(known, closes: known.Canvass is null && Chance(_options.CloseShare)));
            return;
        }

        var incident = New();
        await HoldingAsync(incident, async () =>
        {
            if (await ReportAsync(incident, closes: false) && Chance(_options.CanvassShare))
            {
                await CanvassAsync(incident);
            }
        });
    }

    private async Task<bool> ReportAsync(LedgerIncident incident, bool closes)
    {
        var report = incident.Next(DateTimeOffset.UtcNow, closes);
        var answer = await Doors.CommandAsync("reports", _options.Timeout, () => Post("/v1/incidents", Body(incident, report)), (status, body) =>
            status is HttpStatusCode.Created or HttpStatusCode.OK && FoundIncident.Of(body!).ReportedAt >= report.ReportedAt);
        if (answer is not null)
        {
            incident.Acknowledge(report);
        }

        return answer is not null;
    }

    private async Task CanvassAsync(LedgerIncident incident)
    {
        var key = Guid.NewGuid().ToString("N");
        var draft = await Doors.CommandAsync(
            "drafts", _options.Timeout,
            () =>
            {
                var request = Post($"/v1/incidents/{Uri.EscapeDataString(incident.Id)}/canvass", new { reason = "missing-person" });
                request.Headers.Add("Idempotency-Key", key);
                return request;
            },
            (status, _) => status is HttpStatusCode.Created);
        if (draft is null)
        {
            return;
        }

        incident.Canvass = draft["id"]!.GetValue<string>();
        incident.IsPartial = draft["partial"]!.GetValue<bool>();
        var sent = await Doors.CommandAsync(
            "sends", _options.Timeout,
            () => new(HttpMethod.Post, $"/v1/canvasses/{Uri.EscapeDataString(incident.Canvass)}/send"),
            (status, body) => status is HttpStatusCode.Accepted && body!["state"]!.GetValue<string>() == "sent");
        incident.CanvassSent = sent is not null;
    }

    /// <summary>Reads an incident back. While silos are told apart by a fault, one of them may still answer what it knew before; that is counted.
    /// What was acknowledged may not be lost, which is looked at when the fault is over.</summary>
    private async Task ReadAsync()
    {
        if (Known() is not { Acknowledged: > 0 and var acknowledged } incident)
        {
            return;
        }

        var answer = await Doors.AskAsync("a read", () => Get($"/v1/incidents/{Uri.EscapeDataString(incident.Id)}"), (status, _) => status is HttpStatusCode.OK);
        if (answer is not null && incident.Fault(acknowledged, FoundIncident.Of(answer)) is not null)
        {
            Counts.Add("stale reads");
        }
    }

    private async Task CoverAsync()
    {
        var answer = await Doors.AskAsync(
            "a coverage",
            () => Post("/v1/coverage", new { area = new { type = "Point", coordinates = Place() }, radiusM = 250, window = Window(DateTimeOffset.UtcNow) }),
            (status, _) => status is HttpStatusCode.OK);
        if (answer?["complete"]?.GetValue<bool>() is false)
        {
            Counts.Add("partial coverages");
        }
    }

    private async Task PositionsAsync()
    {
        var at = DateTimeOffset.UtcNow;
        var positions = Enumerable.Range(0, 20).Select(i => new { agency = "apd", callSign = $"unit-{i}", at, coordinates = Place() }).ToList();
        await Doors.AskAsync("positions", () => Post("/v1/units/positions", new { positions }), (status, _) => status is HttpStatusCode.Accepted);
    }

    private static async Task HoldingAsync(LedgerIncident incident, Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            incident.Release();
        }
    }

    private static object Body(LedgerIncident incident, LedgerReport report) => new
    {
        source = LedgerIncident.Source,
        number = incident.Number,
        agency = "apd",
        type = new { code = "MISSING", text = report.Text },
        status = report.Status,
        area = new { type = "Point", coordinates = incident.Place },
        radiusM = RadiusM,
        window = Window(report.ReportedAt),
        reportedAt = report.ReportedAt,
    };

    private static object Window(DateTimeOffset to) => new { from = to.AddHours(-1), to };

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, object body) => new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    /// <summary>A new incident, held.</summary>
    private LedgerIncident New()
    {
        lock (_lock)
        {
            var incident = new LedgerIncident($"{_run}-{_ledger.Count + 1}", LoadCity.Place(_random));
            incident.TryHold();
            _ledger.Add(incident);
            return incident;
        }
    }

    /// <summary>An incident that can be updated, held; null where a few random ones could not.</summary>
    private LedgerIncident? HoldKnown()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (Known() is { Acknowledged: > 0 } incident && incident.TryHold())
            {
                if (!incident.IsOver)
                {
                    return incident;
                }

                incident.Release();
            }
        }

        return null;
    }

    private LedgerIncident? Known()
    {
        lock (_lock)
        {
            return _ledger.Count == 0 ? null : _ledger[_random.Next(_ledger.Count)];
        }
    }

    private double[] Place()
    {
        lock (_lock)
        {
            return LoadCity.Place(_random);
        }
    }

    private bool Chance(double share)
    {
        lock (_lock)
        {
            return _random.NextDouble() < share;
        }
    }
}
