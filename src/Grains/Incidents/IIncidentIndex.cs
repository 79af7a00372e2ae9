using Canvass.Contracts.Grid;

namespace Canvass.Grains.Incidents;

/// <summary>What lists of incidents are made from: one row an incident, written by its grain after its own state and before it answers.</summary>
public interface IIncidentIndex
{
    /// <summary>Writes an incident's row, unless a newer one is already there.</summary>
    Task WriteAsync(IncidentRow row, CancellationToken cancellationToken);

    /// <summary>Rows that fit the query, by <see cref="Canvass.Contracts.Incidents.IncidentReport.ReportedAt"/> descending, then id
    /// ascending (ordinal).</summary>
    /// <param name="query">The filters and the limit; its cursor is not looked at.</param>
    /// <param name="after">The last row of the page before this one; null for the first page.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken);
}
