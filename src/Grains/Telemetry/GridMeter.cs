using System.Diagnostics.Metrics;

namespace Canvass.Grains.Telemetry;

/// <summary>The grid's own measurements. The names are documented in <c>docs/reference/metrics.md</c>.</summary>
public sealed class GridMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Canvass";

    private readonly Counter<long> _reports;
    private readonly Histogram<double> _coverageSeconds;
    private readonly Histogram<int> _coverageCells;
    private readonly Counter<long> _partialCoverage;
    private readonly Counter<long> _cellLoads;
    private readonly Counter<long> _cellHeals;
    private readonly Counter<long> _asksDelivered;
    private readonly Counter<long> _camerasImported;

    /// <summary>Creates the instruments.</summary>
    public GridMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        _reports = meter.CreateCounter<long>("canvass.incident.reports", "{report}", "Incident reports taken in, by effect.");
        _coverageSeconds = meter.CreateHistogram<double>("canvass.coverage.duration", "s", "Time to answer a coverage question.");
        _coverageCells = meter.CreateHistogram<int>("canvass.coverage.cells", "{cell}", "Cells asked for a coverage question.");
        _partialCoverage = meter.CreateCounter<long>("canvass.coverage.partial", "{answer}", "Coverage answers with missing cells.");
        _cellLoads = meter.CreateCounter<long>("canvass.cell.loads", "{load}", "Loads of a cell from the registry.");
        _cellHeals = meter.CreateCounter<long>("canvass.cell.heals", "{heal}", "Cells that found themselves out of date and reloaded.");
        _asksDelivered = meter.CreateCounter<long>("canvass.asks.delivered", "{ask}", "Asks that reached their owner.");
        _camerasImported = meter.CreateCounter<long>("canvass.cameras.imported", "{camera}", "Cameras dealt with by imports, by effect.");
    }

    /// <summary>An incident report was taken in.</summary>
    public void IncidentReported(string effect) => _reports.Add(1, new KeyValuePair<string, object?>("effect", effect));

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
    public void CellLoaded() => _cellLoads.Add(1);

    /// <summary>A cell found itself out of date.</summary>
    public void CellHealed() => _cellHeals.Add(1);

    /// <summary>Asks reached their owners.</summary>
    public void AsksDelivered(int count) => _asksDelivered.Add(count);

    /// <summary>Cameras were imported.</summary>
    public void CamerasImported(string effect, int count) =>
        _camerasImported.Add(count, new KeyValuePair<string, object?>("effect", effect));
}
