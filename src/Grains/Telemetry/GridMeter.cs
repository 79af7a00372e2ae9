using System.Diagnostics.Metrics;
using Canvass.Contracts.Incidents;
using Canvass.Grains.Incidents;

namespace Canvass.Grains.Telemetry;

/// <summary>The grid's own measurements. The names are documented in <c>docs/reference/metrics.md</c>; no tag holds an id.</summary>
public sealed class GridMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Canvass";

    private static readonly KeyValuePair<string, object?> Ask = new("kind", "ask");
    private static readonly KeyValuePair<string, object?> Round = new("kind", "round");

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
    private readonly Counter<long> _deliveryFailures;
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
            "canvass.outbox.age", "s", "How long an ask waited from its canvass being sent to its delivery.", tags: null, advice: HistogramBuckets.Ages);
        _deliveryFailures = meter.CreateCounter<long>("canvass.delivery.failures", "{attempt}", "Attempts at delivery that failed and are repeated.");
        _camerasImported = meter.CreateCounter<long>("canvass.cameras.imported", "{camera}", "Cameras dealt with by imports, by effect.");
        _positionsReported = meter.CreateCounter<long>("canvass.positions.reported", "{position}", "Positions of units, by effect.");
        Outbox = new(time);
        meter.CreateObservableGauge(
            "canvass.outbox.outstanding", () => Outbox.Measure().Asks, "{ask}", "Asks not delivered or taken back yet, of incidents active here.");
        meter.CreateObservableGauge("canvass.outbox.oldest", () => Outbox.Measure().Oldest.TotalSeconds, "s",
            "How long the oldest of them has waited.");

        // A counter that stood at nothing before shows its first rise; one that comes with it does not.
        _partialCoverage.Add(0);
        _cellHeals.Add(0);
        _deliveryFailures.Add(0, Ask);
        _deliveryFailures.Add(0, Round);
    }

    /// <summary>What is outstanding at present.</summary>
    internal OutboxLevel Outbox { get; }

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
                AskState.Drafted => "drafted",
                AskState.Pending => "pending",
                AskState.Delivered => "delivered",
                AskState.Withdrawing => "withdrawing",
                _ => "withdrawn",
            }));
        }
    }

    /// <summary>An ask reached its owner.</summary>
    /// <param name="age">How long ago its canvass was sent.</param>
    public void AskDelivered(TimeSpan age)
    {
        AsksBecame(AskState.Delivered, 1);
        _outboxAgeSeconds.Record(age.TotalSeconds);
    }

    /// <summary>An ask did not reach its owner.</summary>
    public void AskNotDelivered() => _deliveryFailures.Add(1, Ask);

    /// <summary>What a round of deliveries came to could not be noted.</summary>
    public void RoundFailed() => _deliveryFailures.Add(1, Round);

    /// <summary>Cameras were imported.</summary>
    public void CamerasImported(string effect, int count) =>
        _camerasImported.Add(count, new KeyValuePair<string, object?>("effect", effect));

    /// <summary>Positions of units came.</summary>
    public void PositionsReported(int taken, int rejected)
    {
        _positionsReported.Add(taken, new KeyValuePair<string, object?>("effect", "taken"));
        _positionsReported.Add(rejected, new KeyValuePair<string, object?>("effect", "rejected"));
    }
}
