using Canvass.Client.Connecting;
using Canvass.Client.Files;
using Canvass.Client.Rows;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Cameras;

/// <summary>The cameras of a grid.</summary>
public sealed class CamerasClient
{
    private readonly GrainSource _grains;

    internal CamerasClient(GrainSource grains) => _grains = grains;

    private IGridGrain Grid => _grains.Get<IGridGrain>(IGridGrain.Key);

    /// <summary>Creates or replaces a camera. When it returns, the camera is durable and coverage knows it.</summary>
    /// <exception cref="RefusedException">A field is wrong, or a registered camera has a stream or no owner.</exception>
    public Task<PutOutcome> PutAsync(Camera camera) => Of(camera.Key).PutAsync(camera);

    /// <summary>An integrated camera, without its stream address; null where it is unknown or registered.</summary>
    public Task<Camera?> GetAsync(CameraKey key) => Of(key).GetAsync();

    /// <summary>Takes a camera out of the grid; false where it was not there.</summary>
    public Task<bool> RemoveAsync(CameraKey key) => Of(key).RemoveAsync();

    /// <summary>A page of integrated cameras, by id.</summary>
    /// <param name="box">Those that stand in this box; null for all.</param>
    /// <param name="limit">How many at most, 1 to <see cref="IGridGrain.MaxBatch"/>.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <exception cref="RefusedException">The limit is out of range or the cursor is none of this list's.</exception>
    public Task<CameraPage> ListAsync(BoundingBox? box = null, int limit = 100, string? cursor = null) =>
        Grid.ListCamerasAsync(box, limit, cursor);

    /// <summary>Notes for many cameras that they record, or do not; answers the places of those that are unknown.</summary>
    /// <param name="reports">At most <see cref="IGridGrain.MaxBatch"/>.</param>
    public Task<IReadOnlyList<int>> ReportRecordingAsync(IReadOnlyList<RecordingReport> reports) => Grid.ReportRecordingAsync(reports);

    /// <summary>
    /// Imports cameras, batch by batch: good rows go in, bad rows are named. A row that was counted is durable, so an import that breaks
    /// off can simply be run again.
    /// </summary>
    /// <param name="rows">For example from a <see cref="CameraFile"/>.</param>
    /// <param name="rejected">Called for every row that is refused, in no particular order.</param>
    /// <param name="progress">Told after every batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>The counts over all batches.</returns>
    public Task<ImportTotals> ImportAsync(
        IAsyncEnumerable<CameraRow> rows,
        Action<RejectedRow> rejected,
        IProgress<ImportTotals>? progress = null,
        CancellationToken cancellationToken = default) => CameraImport.RunAsync(Grid, rows, rejected, progress, cancellationToken);

    private ICameraGrain Of(CameraKey key) => _grains.Get<ICameraGrain>(key.ToString());
}
