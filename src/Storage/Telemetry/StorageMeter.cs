using System.Diagnostics.Metrics;
using Canvass.Grains.Telemetry;

namespace Canvass.Storage.Telemetry;

/// <summary>What storage measures, on the grid's meter (<see cref="GridMeter.Name"/>). The names are documented in
/// <c>docs/reference/metrics.md</c>; no tag holds an id. Safe to use from any thread.</summary>
public sealed class StorageMeter
{
    private static readonly KeyValuePair<string, object?> Full = new("kind", "full");
    private static readonly KeyValuePair<string, object?> Unavailable = new("kind", "unavailable");

    private readonly Histogram<int> _batchRows;
    private readonly Histogram<double> _batchSeconds;
    private readonly Histogram<double> _waitingSeconds;
    private readonly Counter<long> _faults;

    /// <summary>Creates the instruments.</summary>
    public StorageMeter(IMeterFactory factory)
    {
        var meter = factory.Create(GridMeter.Name);
        _batchRows = meter.CreateHistogram(
            "canvass.storage.batch.size", "{row}", "Rows written by one batch.", tags: null, advice: HistogramBuckets.Counts);
        _batchSeconds = meter.CreateHistogram(
            "canvass.storage.batch.duration", "s", "Time to write and commit a batch.", tags: null, advice: HistogramBuckets.Work);
        _waitingSeconds = meter.CreateHistogram(
            "canvass.storage.batch.waiting", "s", "How long a row waited for its batch to begin.", tags: null, advice: HistogramBuckets.Work);
        _faults = meter.CreateCounter<long>("canvass.database.faults", "{statement}", "Statements that failed for the database, by kind.");

        // A counter that stood at nothing before shows its first rise; one that comes with it does not.
        _faults.Add(0, Full);
        _faults.Add(0, Unavailable);
    }

    /// <summary>A batch was written and committed.</summary>
    /// <param name="rows">How many rows it carried.</param>
    /// <param name="duration">From its begin to its commit.</param>
    public void BatchWritten(int rows, TimeSpan duration)
    {
        _batchRows.Record(rows);
        _batchSeconds.Record(duration.TotalSeconds);
    }

    /// <summary>A row's batch began.</summary>
    /// <param name="waiting">How long after the row was handed over.</param>
    public void RowWaited(TimeSpan waiting) => _waitingSeconds.Record(waiting.TotalSeconds);

    /// <summary>A statement failed because the database could not be used.</summary>
    /// <param name="full">Whether for want of room on its disk.</param>
    public void DatabaseFailed(bool full) => _faults.Add(1, full ? Full : Unavailable);
}
