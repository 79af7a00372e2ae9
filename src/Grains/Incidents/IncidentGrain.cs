using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Scenes;
using Canvass.Grains.Cameras;
using Canvass.Grains.Coverage;
using Canvass.Grains.Grid;
using Canvass.Grains.Storage;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Incidents;

/// <summary>One incident: its newest report, its canvasses with their outbox of asks, and its timeline.</summary>
[GrainType("canvass.incident")]
internal sealed partial class IncidentGrain(
    [PersistentState("incident", StorageNames.Processes)] IPersistentState<IncidentState> storage,
    IIncidentIndex index,
    AreaSurvey survey,
    ICameraRegistry registry,
    IGrainFactory grains,
    IOptions<GridOptions> options,
    TimeProvider time,
    GridMeter meter,
    ILogger<IncidentGrain> logger) : Grain, IIncidentGrain, IRemindable
{
    private readonly CommittedState<IncidentState> _incident = new(storage);
    private long _indexedRevision = -1;

    private IncidentKey Key => IncidentKey.Parse(this.GetPrimaryKeyString());

    private IncidentState State => _incident.Value;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _seenAt = time.GetTimestamp();
        StartDeliveryIfOutstanding();
        NoteOutstanding();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        meter.Outbox.Forget(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<Incident?> GetAsync()
    {
        await LookAsync(State.Report is not null);
        return State.Report is null ? null : Snapshot(State);
    }

    private static Incident Listed(IncidentState state) => new()
    {
        Report = state.Report!,
        Status = state.Status,
        Outcome = state.Outcome,
        ClosedAt = state.ClosedAt,
        CreatedAt = state.CreatedAt,
    };

    private Incident Snapshot(IncidentState state) =>
        Listed(state) with { Canvasses = [.. state.Canvasses.Select(canvass => CanvassDrafting.Summarise(Key, canvass))] };

    private IncidentReport Known() =>
        State.Report ?? throw new RefusedException(RefusalKind.NotFound, $"There is no incident '{Key.Id}'.");

    private async Task CommitAsync(IncidentState next)
    {
        var withdrawing = Count(next, AskState.Withdrawing) - Count(State, AskState.Withdrawing);
        await _incident.CommitAsync(next, DeactivateOnIdle);
        _seenAt = time.GetTimestamp();
        meter.AsksBecame(AskState.Withdrawing, withdrawing);
        NoteOutstanding();
        Announce();
    }

    /// <summary>What is to be taken back has waited since the incident ended, all else since its canvass was sent.</summary>
    private void NoteOutstanding()
    {
        var outstanding = State.Canvasses.Where(canvass => canvass.IsOutstanding).ToList();
        meter.Outbox.Note(
            this,
            outstanding.Sum(canvass => canvass.Asks.Count(ask => ask.IsOutstanding)),
            outstanding.Count == 0 ? default : State.ClosedAt ?? outstanding.Min(canvass => canvass.SentAt!.Value));
    }

    private static int Count(IncidentState state, AskState asks) => state.Canvasses.Sum(canvass => canvass.Asks.Count(ask => ask.State == asks));

    /// <summary>Brings the index up to the state before anything is acknowledged. After a crash between the two, whoever repeats the
    /// unacknowledged command brings it up.</summary>
    private async Task IndexAsync()
    {
        var state = State;
        if (_indexedRevision != state.Revision)
        {
            await index.WriteAsync(new(Listed(state), new Scene(state.Report!.Area.ToArea()).Centre, state.Revision), CancellationToken.None);
            _indexedRevision = state.Revision;
        }
    }
}
