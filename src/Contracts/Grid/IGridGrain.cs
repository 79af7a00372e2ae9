using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Contracts.Grid;

/// <summary>The grid as a whole: what concerns many cameras or incidents at once. Stateless; its key is <see cref="Key"/>. Queries
/// interleave with everything, so that a list never waits for an import or for coverage.</summary>
[Alias("canvass.IGridGrain"), GrainInterfaceType("Canvass.Contracts.Grid.IGridGrain")]
public interface IGridGrain : IGrainWithStringKey
{
    /// <summary>The key of the grid.</summary>
    const string Key = "grid/all";

    /// <summary>The most cameras that a batch may hold, and the most rows of a page.</summary>
    const int MaxBatch = 1_000;

    /// <summary>Answers, and does nothing else: whoever gets the answer has reached the grid.</summary>
    [Alias("Ping"), AlwaysInterleave]
    Task PingAsync();

    /// <summary>Creates or replaces many cameras at once: the good ones in one transaction, the bad ones refused by name. Of one id given
    /// twice in a batch, the last counts. When it returns, the registry holds them and coverage knows them.</summary>
    /// <param name="cameras">At most <see cref="MaxBatch"/>.</param>
    /// <exception cref="RefusedException">The batch is too large.</exception>
    [Alias("Import")]
    Task<ImportOutcome> ImportAsync(IReadOnlyList<Camera> cameras);

    /// <summary>Integrated cameras by id.</summary>
    /// <param name="box">Those that stand in this box; null for all.</param>
    /// <param name="limit">How many at most, 1 to <see cref="MaxBatch"/>.</param>
    /// <param name="cursor">Where the page before this one ended; null for the first.</param>
    /// <exception cref="RefusedException">The limit is out of range, or the cursor is none of this list's.</exception>
    [Alias("ListCameras"), AlwaysInterleave]
    Task<CameraPage> ListCamerasAsync(BoundingBox? box, int limit, string? cursor);

    /// <summary>Incidents, the newest report first.</summary>
    /// <exception cref="RefusedException">The limit is out of range, or the cursor is none of this list's.</exception>
    [Alias("ListIncidents"), AlwaysInterleave]
    Task<IncidentPage> ListIncidentsAsync(IncidentQuery query);

    /// <summary>Notes for many cameras that they record, or do not; answers those that are unknown, by their place in the list.</summary>
    /// <exception cref="RefusedException">The batch is over <see cref="MaxBatch"/>.</exception>
    [Alias("ReportRecording")]
    Task<IReadOnlyList<int>> ReportRecordingAsync(IReadOnlyList<RecordingReport> reports);

    /// <summary>Which cameras see an area, without an incident and therefore without the cameras' footage states.</summary>
    /// <exception cref="RefusedException">The area or the window is wrong.</exception>
    /// <exception cref="GridUnavailableException">Too many wide questions are under way, or it took too long: ask about less, or later.</exception>
    [Alias("Coverage"), AlwaysInterleave]
    Task<CoverageReport> CoverageAsync(CoverageQuery query, CancellationToken cancellationToken = default);

    /// <summary>Which integrated cameras see an area, without shares, blind spots and footage. Faster than coverage, for example to draw a map first.</summary>
    /// <exception cref="RefusedException">The area is wrong.</exception>
    /// <exception cref="GridUnavailableException">Too many wide questions are under way: ask about less, or later.</exception>
    [Alias("CamerasInView"), AlwaysInterleave]
    Task<CamerasInView> CamerasInViewAsync(IncidentArea area, CancellationToken cancellationToken = default);
}
