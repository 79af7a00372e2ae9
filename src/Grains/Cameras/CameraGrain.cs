using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Cells;
using Canvass.Grains.Grid;
using Canvass.Grains.Owners;
using Canvass.Grains.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Canvass.Grains.Cameras;

/// <summary>
/// One camera. Its row in the registry is the truth, and imports write rows without waking grains: so every call reads the row first, and
/// the grain is the place where changes of one camera take turns.
/// </summary>
[GrainType("canvass.camera"), CollectionAgeLimit(Minutes = 5)]
internal sealed partial class CameraGrain(
    [PersistentState("camera", StorageNames.Registry)] IPersistentState<CameraState> row,
    IGrainFactory grains,
    IOptions<GridOptions> options,
    TimeProvider time,
    ILogger<CameraGrain> logger) : Grain, ICameraGrain, ICameraAsks
{
    private const int Attempts = 5;
    private bool _isFresh;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _isFresh = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<PutOutcome> PutAsync(Camera camera)
    {
        var errors = new FieldErrors();
        errors.Require(camera.Key.ToString() == this.GetPrimaryKeyString(), "id", $"'{camera.Key.Id}' is another camera's id.");
        CameraRules.Check(camera, errors);
        errors.ThrowIfAny();
        CameraRules.CheckTier(camera, errors);
        errors.ThrowIfAny(RefusalKind.Forbidden);

        var described = CameraPlacement.Place(camera, options.Value.CellResolution);
        var (before, after) = await ChangeAsync(known => CameraChange.Describe(known, described, time.GetUtcNow()));
        return (before, after) switch
        {
            (null, _) => PutOutcome.Created,
            (_, null) => PutOutcome.Unchanged,
            _ => PutOutcome.Updated,
        };
    }

    /// <inheritdoc/>
    public async Task<Camera?> GetAsync()
    {
        await ReadAsync();
        return row.State.Camera is { Tier: CameraTier.Integrated } ? CameraChange.ForAnswer(row.State) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            await ReadAsync();
            if (row.State.Camera is null)
            {
                return false;
            }

            var before = row.State;
            var revision = Revision;
            try
            {
                await row.ClearStateAsync();
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                continue;
            }

            await TellCellsAsync(before.Cells, cell => cell.RemoveAsync(before.Camera!.Key, revision));
            DeactivateOnIdle();
            return true;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ReportRecordingAsync(bool recording, DateTimeOffset at)
    {
        var (before, _) = await ChangeAsync(
            known => known is null ? null : CameraChange.Report(known, recording, at, time.GetUtcNow()));
        return before is not null;
    }

    /// <inheritdoc/>
    public async Task<AskReceipt?> ForwardAsync(RegistryEntry row, Ask ask, bool passesQuietHours)
    {
        if (row.State.Camera is not { } camera || camera.Owner != ask.Owner)
        {
            return null;
        }

        return await grains.GetGrain<IOwnerGrain>(ask.Owner.ToString()).ReceiveAsync(ask, passesQuietHours);
    }

    private long Revision => long.Parse(row.Etag!, CultureInfo.InvariantCulture);

    /// <summary>Reads the row, but for the call that activated the grain: for it the row was read.</summary>
    private Task ReadAsync()
    {
        var isFresh = _isFresh;
        _isFresh = false;
        return isFresh ? Task.CompletedTask : row.ReadStateAsync();
    }

    /// <summary>Reads the row, changes it and tells the cells; begins again where somebody else changed the row meanwhile.</summary>
    /// <returns>What was known (null: nothing), and what is now (null: nothing changed).</returns>
    private async Task<(CameraState? Before, CameraState? After)> ChangeAsync(Func<CameraState?, CameraState?> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            await ReadAsync();
            var before = row.State.Camera is null ? null : row.State;
            if (change(before) is not { } after)
            {
                return (before, null);
            }

            row.State = after;
            try
            {
                await row.WriteStateAsync();
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                continue;
            }

            var entry = CellEntry.Of(new(after, Revision));
            await TellCellsAsync(after.Cells, cell => cell.UpsertAsync(entry));
            await TellCellsAsync(before?.Cells.Except(after.Cells) ?? [], cell => cell.RemoveAsync(entry.Key, entry.Revision));
            return (before, after);
        }
    }

    /// <summary>A cell that could not be told finds out by itself within <see cref="GridOptions.CellFreshness"/>.</summary>
    private async Task TellCellsAsync(IEnumerable<Canvass.Geo.Hexagons.H3Index> cells, Func<ICellGrain, Task> tell)
    {
        try
        {
            await Task.WhenAll(cells.Select(cell => tell(grains.GetGrain<ICellGrain>(new CellKey(cell).ToString()))));
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            LogCellNotTold(exception.GetType().Name);
        }
    }

    // A message of an exception may name a home's camera, so only its kind is logged.
    [LoggerMessage(1001, LogLevel.Warning, "A cell could not be told of a camera's change ({Exception}); it will compare itself with the registry.")]
    private partial void LogCellNotTold(string exception);
}
