using Canvass.Contracts.Grid;
using Canvass.Grains.Incidents;

namespace Canvass.Storage.Memory;

/// <summary>An index of incidents that forgets everything with its process; for tests and trials. Thread-safe.</summary>
public sealed class MemoryIncidentIndex : IIncidentIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IncidentRow> _rows = [];

    /// <inheritdoc/>
    public Task WriteAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        lock (_gate)
        {
            var id = row.Incident.Report.Key.Id;
            if (!_rows.TryGetValue(id, out var known) || row.Revision > known.Revision)
            {
                _rows[id] = row;
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<IncidentRow>>(cancellationToken);
        }

        lock (_gate)
        {
            IReadOnlyList<IncidentRow> rows =
            [
                .. _rows.Values
                    .Where(row => Fits(row, query) && (after is null || Compare(Position(row), after.Value) > 0))
                    .OrderBy(Position, Comparer<IncidentRowPosition>.Create(Compare))
                    .Take(query.Limit),
            ];
            return Task.FromResult(rows);
        }
    }

    private static bool Fits(IncidentRow row, IncidentQuery query)
    {
        var incident = row.Incident;
        var window = incident.Report.Window;
        return (query.Status is null || incident.Status == query.Status)
            && (query.From is null || window.To >= query.From)
            && (query.To is null || window.From <= query.To)
            && (query.Box is null || query.Box.Value.Contains(row.Centre));
    }

    private static IncidentRowPosition Position(IncidentRow row) => new(row.Incident.Report.ReportedAt, row.Incident.Report.Key.Id);

    /// <summary>The newest report first, then by id.</summary>
    private static int Compare(IncidentRowPosition x, IncidentRowPosition y) =>
        y.ReportedAt.CompareTo(x.ReportedAt) is not 0 and var order ? order : CodePointOrder.Instance.Compare(x.Id, y.Id);
}
