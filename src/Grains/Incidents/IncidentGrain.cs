using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Scenes;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Coverage;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Processes;
using Canvass.Grains.Storage;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Canvass.Grains.Incidents;

/// <summary>One incident: its newest report, its status, and the ordinals of its canvasses.</summary>
[GrainType("canvass.incident"), ProcessState("incident")]
internal sealed partial class IncidentGrain(
    ProcessServices services, IIncidentIndex index, IAskTable asks, AreaSurvey survey, OwnerPolicy ownerPolicy, IGrainFactory grains, GridMeter meter,
    ILogger<IncidentGrain> logger)
    : ProcessGrain<IncidentState>(services, logger), IIncidentGrain, ICanvassAdmission, IOutboxTarget
{
    private IncidentKey Key => IncidentKey.Parse(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<Incident?> GetAsync()
    {
        await RefreshAsync(Exists);
        return Exists ? Snapshot(State) : null;
    }

    private static Incident Listed(IncidentState state) => new()
    {
        Report = state.Report!,
        Status = state.Status,
        Outcome = state.Outcome,
        ClosedAt = state.ClosedAt,
        CreatedAt = state.CreatedAt,
    };

    private Incident Snapshot(IncidentState state) => Listed(state) with
    {
        Canvasses = [.. state.Canvasses.Select(canvass => new CanvassReference(new(Key, canvass.Ordinal), canvass.State))],
    };

    private IncidentReport Known() =>
        State.Report ?? throw new RefusedException(RefusalKind.NotFound, $"There is no incident '{Key.Id}'.");

    /// <summary>Commits a change together with its events; what lists show goes into the index if it changed.</summary>
    private async Task CommitAsync(IncidentState next, DateTimeOffset at, IReadOnlyList<IncidentEventKind> kinds, int? canvass = null, params IEnumerable<Effect> effects)
    {
        var happened = kinds.Select((kind, i) => new IncidentEvent { Sequence = State.LastEvent + 1 + i, At = at, Kind = kind, Canvass = canvass }).ToList();
        List<Effect> all = [.. happened.Select(one => new AppendEvent(Key, one)), .. effects];
        if (next.Revision != State.Revision)
        {
            all.Add(new IndexIncident(new(Listed(next), new Scene(next.Report!.Area.ToArea()).Centre, next.Revision)));
        }

        Remember(happened);
        await CommitAsync(next with { LastEvent = happened[^1].Sequence }, all);
    }
}
