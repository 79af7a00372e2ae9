using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Contracts.Incidents;

/// <summary>One incident; its key is an <see cref="IncidentKey"/>. What it acknowledges is durable.</summary>
[Alias("canvass.IIncidentGrain"), GrainInterfaceType("Canvass.Contracts.Incidents.IIncidentGrain")]
public interface IIncidentGrain : IGrainWithStringKey
{
    /// <summary>Takes in a report: creates the incident, or updates it where the report is newer than the known one.</summary>
    /// <exception cref="RefusedException">A field is wrong, or the key is not the grain's.</exception>
    [Alias("Report")]
    Task<ReportOutcome> ReportAsync(IncidentReport report);

    /// <summary>The incident, or null where it is unknown.</summary>
    [Alias("Get"), ReadOnly]
    Task<Incident?> GetAsync();

    /// <summary>Closes it; closing again with the same outcome changes nothing.</summary>
    /// <exception cref="RefusedException">It is unknown, or already closed with another outcome.</exception>
    [Alias("Close")]
    Task<Incident> CloseAsync(IncidentOutcome outcome);

    /// <summary>Which cameras see its area, and whether their footage of its window still exists.</summary>
    /// <exception cref="RefusedException">It is unknown.</exception>
    [Alias("Coverage"), AlwaysInterleave]
    Task<CoverageReport> CoverageAsync(CancellationToken cancellationToken = default);

    /// <summary>The same, a part for every cell that answers, and the report at the end.</summary>
    /// <exception cref="RefusedException">It is unknown.</exception>
    [Alias("CoverageParts"), AlwaysInterleave]
    IAsyncEnumerable<CoveragePart> CoveragePartsAsync(CancellationToken cancellationToken = default);

    /// <summary>Drafts a canvass for a person to review; asks nobody. A repeated command id answers the first draft.</summary>
    /// <exception cref="RefusedException">It is unknown or over, the reason is malformed or prohibited, or area or window are over the
    /// policy's limits.</exception>
    [Alias("Draft")]
    Task<CanvassSummary> DraftAsync(CanvassRequest request);

    /// <summary>What happened to it after a place in its timeline, then what happens, as it happens.</summary>
    /// <param name="after">The last sequence number that the caller has; 0 for all.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="RefusedException">It is unknown.</exception>
    [Alias("Watch"), AlwaysInterleave]
    IAsyncEnumerable<IncidentEvent> WatchAsync(long after, CancellationToken cancellationToken = default);
}
