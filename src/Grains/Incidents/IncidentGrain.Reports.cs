using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;

namespace Canvass.Grains.Incidents;

/// <summary>How an incident comes, changes and ends.</summary>
internal sealed partial class IncidentGrain
{
    /// <summary>How far ahead of this grid's clock a source's may run. A report from the far future would shut out all later ones.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async Task<ReportOutcome> ReportAsync(IncidentReport report)
    {
        var now = time.GetUtcNow();
        var errors = new FieldErrors();
        errors.Require(report.Key.ToString() == this.GetPrimaryKeyString(), "number", $"'{report.Key.Id}' is another incident's id.");
        report.Check(errors);
        errors.Require(report.ReportedAt <= now + ClockTolerance, "reportedAt", string.Create(CultureInfo.InvariantCulture,
            $"{report.ReportedAt:O} is more than {ClockTolerance.TotalHours} h ahead of the grid's clock: give the time at which the report was made."));
        errors.ThrowIfAny();

        return await AgainstTruthAsync(() => ReportOnceAsync(report, now));
    }

    private async Task<ReportOutcome> ReportOnceAsync(IncidentReport report, DateTimeOffset now)
    {
        var effect = Effect(State.Report, report);
        if (effect != ReportEffect.Unchanged)
        {
            var next = Apply(State, report, effect, now);
            await EnsureReminderAsync(next.Canvasses.Any(canvass => canvass.IsOutstanding));
            await CommitAsync(next);
            StartDeliveryIfOutstanding();
        }

        await IndexAsync();
        meter.IncidentReported(effect);
        return new(effect, Snapshot(State));
    }

    /// <inheritdoc/>
    public Task<Incident> CloseAsync(IncidentOutcome outcome) => AgainstTruthAsync(() => CloseOnceAsync(outcome));

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
            var status = outcome == IncidentOutcome.Cancelled ? IncidentStatus.Cancelled : IncidentStatus.Closed;
            await EnsureReminderAsync(State.Canvasses.Any(canvass => canvass.SentAt is not null));
            await CommitAsync(End(State, status, time.GetUtcNow()) with { Outcome = outcome });
            StartDeliveryIfOutstanding();
        }

        await IndexAsync();
        return Snapshot(State);
    }

    private static ReportEffect Effect(IncidentReport? known, IncidentReport report) =>
        known is null ? ReportEffect.Created
        : report.ReportedAt > known.ReportedAt ? ReportEffect.Updated
        : ReportEffect.Unchanged;

    private static IncidentState Apply(IncidentState state, IncidentReport report, ReportEffect effect, DateTimeOffset now)
    {
        var kind = effect == ReportEffect.Created ? IncidentEventKind.Reported : IncidentEventKind.Updated;
        var next = (state with
        {
            Report = report,
            CreatedAt = effect == ReportEffect.Created ? now : state.CreatedAt,
            Revision = state.Revision + 1,
        }).With(kind, now);
        if (report.Status != IncidentStatus.Active)
        {
            return next.Status == report.Status ? next : End(next, report.Status, now);
        }

        // What a person closed stays closed, unless the source says later that it is active again.
        var reopens = state.Status != IncidentStatus.Active && (state.ClosedAt is not { } closed || report.ReportedAt > closed);
        return reopens ? next with { Status = IncidentStatus.Active, Outcome = null, ClosedAt = null } : next;
    }

    /// <summary>The incident over: its canvasses closed, and what was asked taken back.</summary>
    private static IncidentState End(IncidentState state, IncidentStatus status, DateTimeOffset now) => (state with
    {
        Status = status,
        ClosedAt = now,
        Revision = state.Revision + 1,
        Canvasses = [.. state.Canvasses.Select(End)],
    }).With(IncidentEventKind.Closed, now);

    private static CanvassRecord End(CanvassRecord canvass) => canvass with
    {
        State = CanvassState.Closed,
        Asks = [.. canvass.Asks.Select(ask => ask.State is AskState.Pending or AskState.Delivered
            ? ask with { State = AskState.Withdrawing }
            : ask)],
    };
}
