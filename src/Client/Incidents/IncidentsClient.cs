using Canvass.Client.Connecting;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Incidents;

/// <summary>The incidents of a grid, their coverage and their canvasses.</summary>
public sealed class IncidentsClient
{
    private readonly GrainSource _grains;

    internal IncidentsClient(GrainSource grains) => _grains = grains;

    /// <summary>Reports an incident: creates it, or updates it where the report is newer than the known one.</summary>
    /// <exception cref="RefusedException">A field is wrong.</exception>
    public Task<ReportOutcome> ReportAsync(IncidentReport report) => Of(report.Key).ReportAsync(report);

    /// <summary>An incident; null where it is unknown.</summary>
    public Task<Incident?> GetAsync(IncidentKey key) => Of(key).GetAsync();

    /// <summary>A page of incidents, the newest report first.</summary>
    /// <exception cref="RefusedException">The limit is out of range or the cursor is none of this list's.</exception>
    public Task<IncidentPage> ListAsync(IncidentQuery query) =>
        _grains.Get<IGridGrain>(IGridGrain.Key).ListIncidentsAsync(query);

    /// <summary>Closes an incident; again with the same outcome changes nothing.</summary>
    /// <exception cref="RefusedException">It is unknown, or already closed with another outcome.</exception>
    public Task<Incident> CloseAsync(IncidentKey key, IncidentOutcome outcome) => Of(key).CloseAsync(outcome);

    /// <summary>Which cameras see an incident's area, and whether their footage of its window still exists.</summary>
    /// <exception cref="RefusedException">The incident is unknown.</exception>
    public Task<CoverageReport> CoverageAsync(IncidentKey key, CancellationToken cancellationToken = default) =>
        Of(key).CoverageAsync(cancellationToken);

    /// <summary>The same as parts arrive; the last part holds the whole report.</summary>
    /// <exception cref="RefusedException">The incident is unknown.</exception>
    public IAsyncEnumerable<CoveragePart> CoveragePartsAsync(IncidentKey key, CancellationToken cancellationToken = default) =>
        Of(key).CoveragePartsAsync(cancellationToken);

    /// <summary>Drafts a canvass for a person to review; asks nobody.</summary>
    /// <exception cref="RefusedException">The incident is unknown or over, the reason is malformed or prohibited, or area or window are
    /// over the policy's limits.</exception>
    public Task<CanvassSummary> DraftCanvassAsync(IncidentKey key, CanvassRequest request) => Of(key).DraftAsync(request);

    /// <summary>Sends a drafted canvass: every owner is asked exactly once. Sending again changes nothing.</summary>
    /// <exception cref="RefusedException">The canvass is unknown, its incident is over, or has had its canvasses.</exception>
    public Task<CanvassSummary> SendCanvassAsync(CanvassKey key) => Of(key).SendAsync();

    /// <summary>A canvass; null if it is unknown.</summary>
    public Task<CanvassSummary?> GetCanvassAsync(CanvassKey key) => Of(key).GetAsync();

    /// <summary>What happened to an incident after a place in its timeline, then what happens, as it happens, until cancelled. Survives
    /// a silo's restart: it resumes after the last event it gave.</summary>
    /// <param name="key">The incident.</param>
    /// <param name="after">The last sequence number that the caller has; 0 for all.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="RefusedException">The incident is unknown.</exception>
    public IAsyncEnumerable<IncidentEvent> WatchAsync(
        IncidentKey key, long after = 0, CancellationToken cancellationToken = default) =>
        IncidentWatch.RunAsync(Of(key), after, cancellationToken);

    private ICanvassGrain Of(CanvassKey key) => _grains.Get<ICanvassGrain>(key.ToString());

    private IIncidentGrain Of(IncidentKey key) => _grains.Get<IIncidentGrain>(key.ToString());
}
