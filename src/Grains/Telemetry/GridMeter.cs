using System.Diagnostics.Metrics;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Owners;

namespace Canvass.Grains.Telemetry;

/// <summary>The grid's own measurements. The names are documented in <c>docs/reference/metrics.md</c>; no tag holds an id.</summary>
public sealed class GridMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Canvass";

    private readonly Counter<long> _reports;
    private readonly Histogram<double> _coverageSeconds;
    private readonly Histogram<int> _coverageCells;
    private readonly Counter<long> _partialCoverage;
    private readonly Counter<long> _cellLoads;
    private readonly Histogram<double> _cellLoadSeconds;
    private readonly Counter<long> _cellHeals;
    private readonly Histogram<double> _registryLagSeconds;
    private readonly Counter<long> _asks;
    private readonly Histogram<double> _outboxAgeSeconds;
    private readonly Counter<long> _outboxFailures;
    private readonly TimeProvider _time;
    private volatile int _outboxDue;
    private volatile int _outboxParked;
    private long _oldestDueTicks;
    private readonly Counter<long> _camerasImported;
    private readonly Counter<long> _positionsReported;

    /// <summary>Creates the instruments.</summary>
    public GridMeter(IMeterFactory factory, TimeProvider time)
    {
        var meter = factory.Create(Name);
        _reports = meter.CreateCounter<long>("canvass.incident.reports", "{report}", "Incident reports taken in, by effect.");
        _coverageSeconds = meter.CreateHistogram(
            "canvass.coverage.duration", "s", "Time to answer a coverage question.", tags: null, advice: HistogramBuckets.Work);
        _coverageCells = meter.CreateHistogram(
            "canvass.coverage.cells", "{cell}", "Cells asked for a coverage question.", tags: null, advice: HistogramBuckets.Counts);
        _partialCoverage = meter.CreateCounter<long>("canvass.coverage.partial", "{answer}", "Coverage answers with missing cells.");
        _cellLoads = meter.CreateCounter<long>("canvass.cell.loads", "{load}", "Loads of a cell from the registry.");
        _cellLoadSeconds = meter.CreateHistogram(
            "canvass.cell.load.duration", "s", "Time to load a cell from the registry.", tags: null, advice: HistogramBuckets.Work);
        _cellHeals = meter.CreateCounter<long>("canvass.cell.heals", "{heal}", "Cells that found themselves out of date and reloaded.");
        _registryLagSeconds = meter.CreateHistogram("canvass.registry.lag", "s",
            "How long ago a cell that answers last compared itself with the registry.", tags: null, advice: HistogramBuckets.Ages);
        _asks = meter.CreateCounter<long>("canvass.asks", "{ask}", "Asks that came into a state.");
        _outboxAgeSeconds = meter.CreateHistogram(
            "canvass.outbox.age", "s", "How long an outbox message waited after it was due.", tags: null, advice: HistogramBuckets.Ages);
        _outboxFailures = meter.CreateCounter<long>("canvass.outbox.failures", "{attempt}", "Deliveries of outbox messages that failed.");
        _camerasImported = meter.CreateCounter<long>("canvass.cameras.imported", "{camera}", "Cameras dealt with by imports, by effect.");
        _positionsReported = meter.CreateCounter<long>("canvass.positions.reported", "{position}", "Positions of units, by effect.");
        _time = time;
        meter.CreateObservableGauge("canvass.outbox.outstanding", () => _outboxDue, "{message}", "Outbox messages that are due, in the whole grid.");
        meter.CreateObservableGauge("canvass.outbox.oldest", OldestSeconds, "s", "How long the oldest of them has been due.");
        meter.CreateObservableGauge("canvass.outbox.parked", () => _outboxParked, "{message}", "Outbox messages that wait for an operator.");

        // A counter that starts at zero shows its first rise; one that appears with it does not.
        _partialCoverage.Add(0);
        _cellHeals.Add(0);
        _outboxFailures.Add(0, new KeyValuePair<string, object?>("destination", "canvass"));
    }

    /// <summary>The outbox was measured.</summary>
    /// <param name="due">How many messages are due.</param>
    /// <param name="oldestDue">When the oldest of them was due; null if there is none.</param>
    /// <param name="parked">How many messages are parked.</param>
    public void OutboxMeasured(int due, DateTimeOffset? oldestDue, int parked)
    {
        (_outboxDue, _outboxParked) = (due, parked);
        Interlocked.Exchange(ref _oldestDueTicks, oldestDue?.UtcTicks ?? 0);
    }

    /// <summary>An incident report was taken in.</summary>
    public void IncidentReported(ReportEffect effect) => _reports.Add(1, new KeyValuePair<string, object?>("effect", effect switch
    {
        ReportEffect.Created => nameof(ReportEffect.Created),
        ReportEffect.Updated => nameof(ReportEffect.Updated),
        _ => nameof(ReportEffect.Unchanged),
    }));

    /// <summary>A coverage question was answered.</summary>
    public void CoverageAnswered(TimeSpan duration, int cells, bool complete)
    {
        _coverageSeconds.Record(duration.TotalSeconds);
        _coverageCells.Record(cells);
        if (!complete)
        {
            _partialCoverage.Add(1);
        }
    }

    /// <summary>A cell was loaded.</summary>
    public void CellLoaded(TimeSpan duration)
    {
        _cellLoads.Add(1);
        _cellLoadSeconds.Record(duration.TotalSeconds);
    }

    /// <summary>A cell found itself out of date.</summary>
    public void CellHealed() => _cellHeals.Add(1);

    /// <summary>A cell answered from what it knew.</summary>
    /// <param name="age">How long ago it compared that with the registry.</param>
    public void CellAnswered(TimeSpan age) => _registryLagSeconds.Record(age.TotalSeconds);

    /// <summary>Asks came into a state.</summary>
    public void AsksBecame(AskState state, int count)
    {
        if (count > 0)
        {
            _asks.Add(count, new KeyValuePair<string, object?>("state", state switch
            {
                AskState.Pending => "pending",
                AskState.Delivered => "delivered",
                AskState.Opened => "opened",
                AskState.Shared => "shared",
                AskState.Declined => "declined",
                AskState.Expired => "expired",
                _ => "withdrawn",
            }));
        }
    }

    /// <summary>An outbox message was delivered.</summary>
    /// <param name="destination">Its receiver.</param>
    /// <param name="age">How long it waited after it was due.</param>
    public void MessageDelivered(string destination, TimeSpan age) =>
        _outboxAgeSeconds.Record(age.TotalSeconds, new KeyValuePair<string, object?>("destination", destination));

    /// <summary>A delivery of an outbox message failed.</summary>
    public void MessageNotDelivered(string destination) =>
        _outboxFailures.Add(1, new KeyValuePair<string, object?>("destination", destination));

    /// <summary>Cameras were imported.</summary>
    public void CamerasImported(string effect, int count) =>
        _camerasImported.Add(count, new KeyValuePair<string, object?>("effect", effect));

    /// <summary>Positions of units came.</summary>
    public void PositionsReported(int taken, int rejected)
    {
        _positionsReported.Add(taken, new KeyValuePair<string, object?>("effect", "taken"));
        _positionsReported.Add(rejected, new KeyValuePair<string, object?>("effect", "rejected"));
    }

    private double OldestSeconds()
    {
        var ticks = Interlocked.Read(ref _oldestDueTicks);
        return ticks == 0 ? 0 : Math.Max(0, TimeSpan.FromTicks(_time.GetUtcNow().UtcTicks - ticks).TotalSeconds);
    }
}
