using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Outbox;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Incidents;

/// <summary>How an incident comes, changes and ends.</summary>
internal sealed partial class IncidentGrain
{
    /// <summary>How far ahead of this grid's clock a source's may run. A report from the far future would shut out all later ones.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async Task<ReportOutcome> ReportAsync(IncidentReport report)
    {
        var now = Now;
        var errors = new FieldErrors();
        errors.Require(report.Key.ToString() == this.GetPrimaryKeyString(), "number", $"'{report.Key.Id}' is another incident's id.");
        report.Check(errors);
        errors.Require(report.ReportedAt <= now + ClockTolerance, "reportedAt", string.Create(CultureInfo.InvariantCulture,
            $"{report.ReportedAt:O} is more than {ClockTolerance.TotalHours} h ahead of the grid's clock: give the time at which the report was made."));
        errors.ThrowIfAny();

        return await RunAsync(() => ReportOnceAsync(report));
    }

    private async Task<ReportOutcome> ReportOnceAsync(IncidentReport report)
    {
        var now = Now;
        var effect = EffectOf(State.Report, report, now);
        if (effect != ReportEffect.Unchanged)
        {
            List<IncidentEventKind> kinds = [effect == ReportEffect.Created ? IncidentEventKind.Reported : IncidentEventKind.Updated];
            var next = State with
            {
                Report = report,
                CreatedAt = effect == ReportEffect.Created ? now : State.CreatedAt,
                Revision = State.Revision + 1,
            };
            IEnumerable<Effect> effects = [];
            if (report.Status == IncidentStatus.Active)
            {
                next = Reopens(report, now) ? next with { Status = IncidentStatus.Active, Outcome = null, ClosedAt = null } : next;
            }
            else if (next.Status != report.Status)
            {
                kinds.Add(IncidentEventKind.Closed);
                effects = CloseCanvasses(now);
                next = End(next, report.Status, now);
            }

            await CommitAsync(next, now, kinds, effects: effects);
        }

        meter.IncidentReported(effect);
        return new(effect, Snapshot(State));
    }

    /// <inheritdoc/>
    public Task<Incident> CloseAsync(IncidentOutcome outcome) => RunAsync(() => CloseOnceAsync(outcome));

    private async Task<Incident> CloseOnceAsync(IncidentOutcome outcome)
    {
        Known();
        if (!Enum.IsDefined(outcome))
        {
            var errors = new FieldErrors();
            errors.Add("outcome", "Unknown outcome: give 'footageUsed', 'arrest', 'found', 'nothingFound' or 'cancelled'.");
            errors.ThrowIfAny();
        }

        if (State.Outcome is { } known && known != outcome)
        {
            throw new RefusedException(RefusalKind.Conflict, $"Incident '{Key.Id}' is already closed with the outcome '{JsonNamingPolicy.CamelCase.ConvertName(known.ToString())}'.");
        }

        if (State.Outcome is null)
        {
            var now = Now;
            var status = outcome == IncidentOutcome.Cancelled ? IncidentStatus.Cancelled : IncidentStatus.Closed;
            var next = End(State with { Revision = State.Revision + 1 }, status, now) with { Outcome = outcome };
            await CommitAsync(next, now, [IncidentEventKind.Closed], effects: CloseCanvasses(now));
        }

        return Snapshot(State);
    }

    private static IncidentState End(IncidentState state, IncidentStatus status, DateTimeOffset now) => state with
    {
        Status = status,
        ClosedAt = now,
        Canvasses = [.. state.Canvasses.Select(canvass => canvass with { IsClosed = true })],
    };

    /// <summary>Tells the incident's canvasses that it is over: what was asked is taken back.</summary>
    private List<Effect> CloseCanvasses(DateTimeOffset now) =>
    [
        .. State.Canvasses.Where(canvass => !canvass.IsClosed)
            .Select(canvass => new Enqueue(CanvassMessages.Create(CanvassMessageKind.Close, new(Key, canvass.Ordinal), now))),
    ];

    /// <summary>A report is newer than the known one if its source made it later. A known one from a clock that ran ahead counts for nothing.</summary>
    private static ReportEffect EffectOf(IncidentReport? known, IncidentReport report, DateTimeOffset now) =>
        known is null ? ReportEffect.Created
        : report.ReportedAt > known.ReportedAt || known.ReportedAt > now + ClockTolerance ? ReportEffect.Updated
        : ReportEffect.Unchanged;

    /// <summary>What a person closed stays closed, unless the source says later that it is active again.</summary>
    private bool Reopens(IncidentReport report, DateTimeOffset now) => State.Status != IncidentStatus.Active
        && (State.ClosedAt is not { } closed || report.ReportedAt > closed || closed > now + ClockTolerance);
}
