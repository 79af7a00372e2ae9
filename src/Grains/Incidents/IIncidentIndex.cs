using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;

namespace Canvass.Grains.Incidents;

/// <summary>The rows from which incidents are listed, and the events of incidents. They are written by commits (<see cref="IndexIncident"/>,
/// <see cref="AppendEvent"/>).</summary>
/// <remarks>Thread-safe.</remarks>
public interface IIncidentIndex
{
    /// <summary>Rows that fit the query, by <see cref="IncidentReport.ReportedAt"/> descending, then id ascending (ordinal).</summary>
    /// <param name="query">The filters and the limit; its cursor is not looked at.</param>
    /// <param name="after">The last row of the page before this one; null for the first page.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken);

    /// <summary>Events of an incident, in order of sequence.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="after">Those after this sequence number; 0 for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<IncidentEvent>> EventsAsync(IncidentKey incident, long after, int limit, CancellationToken cancellationToken);
}
