using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Cells;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;
using Canvass.Grains.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Cameras;

/// <summary>
/// One camera. Its row in the registry decides, and imports write rows without waking grains: so every call reads the row first, or is
/// handed it, and the grain is the place where changes of one camera take turns.
/// </summary>
[GrainType("canvass.camera"), CollectionAgeLimit(Minutes = 5)]
internal sealed partial class CameraGrain(
    ICameraRegistry registry,
    IGrainFactory grains,
    IOptions<GridOptions> options,
    TimeProvider time,
    ILogger<CameraGrain> logger) : Grain, ICameraGrain, ICameraAsks
{
    private const int Attempts = 5;

    // The newest row that this activation knows, null if there is none; and the newest revision, also of a row that it deleted.
    private RegistryEntry? _row;
    private long _revision;

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
    public async Task<Camera?> GetAsync() =>
        (await ReadAsync())?.State is { Camera.Tier: CameraTier.Integrated } state ? CameraChange.ForAnswer(state) : null;

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync()
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await ReadAsync() is not { } known)
            {
                return false;
            }

            if (await registry.DeleteAsync(known, CancellationToken.None))
            {
                // Not deactivated: that would reject the calls that wait already.
                _row = null;
                await TellCellsAsync(known.State.Cells, cell => cell.RemoveAsync(known.State.Camera!.Key, known.Revision));
                return true;
            }
        }

        throw Contested();
    }

    /// <inheritdoc/>
    public async Task<bool> ReportRecordingAsync(bool recording, DateTimeOffset at)
    {
        var (before, _) = await ChangeAsync(
            known => known is null ? null : CameraChange.Report(known, recording, at, time.GetUtcNow()));
        return before is not null;
    }

    /// <inheritdoc/>
    public async Task<AskReceipt?> ForwardAsync(RegistryEntry? row, Ask ask, bool passesQuietHours)
    {
        if (row?.Revision > _revision)
        {
            Adopt(row);
        }
        else if (row is null && _row is not null)
        {
            // Deleted after this activation's last look, or entered after the caller's.
            await ReadAsync();
        }

        return _row?.State.Camera is { } camera && camera.Owner == ask.Owner
            ? await grains.GetGrain<IOwnerGrain>(ask.Owner.ToString()).ReceiveAsync(ask, passesQuietHours)
            : null;
    }

    private async Task<RegistryEntry?> ReadAsync()
    {
        var found = await registry.FindAsync(CameraKey.Parse(this.GetPrimaryKeyString()), CancellationToken.None);
        return Adopt(found);
    }

    private RegistryEntry? Adopt(RegistryEntry? row)
    {
        _revision = row?.Revision ?? _revision;
        return _row = row;
    }

    /// <summary>Reads the row, changes it and tells the cells; begins again if somebody else changed the row meanwhile.</summary>
    /// <returns>What was known (null: nothing), and what is now (null: nothing changed).</returns>
    private async Task<(CameraState? Before, CameraState? After)> ChangeAsync(Func<CameraState?, CameraState?> change)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = await ReadAsync();
            if (change(before?.State) is not { } after)
            {
                return (before?.State, null);
            }

            if (await registry.WriteAsync(after, before, CancellationToken.None) is { } written)
            {
                Adopt(written);
                var entry = CellEntry.Of(written);
                await TellCellsAsync(after.Cells, cell => cell.UpsertAsync(entry));
                await TellCellsAsync(before?.State.Cells.Except(after.Cells) ?? [], cell => cell.RemoveAsync(entry.Key, entry.Revision));
                return (before?.State, after);
            }
        }

        throw Contested();
    }

    /// <summary>A cell that could not be told finds out by itself within <see cref="GridOptions.CellFreshness"/>.</summary>
    private async Task TellCellsAsync(IEnumerable<H3Index> cells, Func<ICellGrain, Task> tell)
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

    private static GridUnavailableException Contested() => new(
        $"The camera was changed from elsewhere {Attempts} times in a row while this was tried: repeat the request, which is safe.",
        isOutOfRoom: false);

    // A message of an exception may name a home's camera, so only its kind is logged.
    [LoggerMessage(1001, LogLevel.Warning, "A cell could not be told of a camera's change ({Exception}); it will compare itself with the registry.")]
    private partial void LogCellNotTold(string exception);
}
