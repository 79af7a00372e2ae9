using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Grains.Incidents;

/// <summary>A canvass is drafted by the machine and sent by a person.</summary>
internal sealed partial class IncidentGrain
{
    /// <inheritdoc/>
    public async Task<CanvassSummary?> GetCanvassAsync(int ordinal)
    {
        await LookAsync(Find(ordinal) is not null);
        return Find(ordinal) is { } canvass ? CanvassDrafting.Summarise(Key, canvass) : null;
    }

    /// <inheritdoc/>
    public Task<CanvassSummary> DraftAsync(CanvassRequest request) => AgainstTruthAsync(() => DraftOnceAsync(request));

    /// <inheritdoc/>
    public Task<CanvassSummary> SendAsync(int ordinal) => AgainstTruthAsync(() => SendOnceAsync(ordinal));

    private async Task<CanvassSummary> DraftOnceAsync(CanvassRequest request)
    {
        var report = Known();
        CanvassPolicy.CheckRequest(request);
        if (request.CommandId is not null && State.Canvasses.FirstOrDefault(canvass => canvass.CommandId == request.CommandId) is { } known)
        {
            return CanvassDrafting.Summarise(Key, known);
        }

        RequireOpen();
        CanvassPolicy.CheckExtent(report);
        var findings = await survey.RunAsync(report.Area, report.Window, CancellationToken.None);
        var now = time.GetUtcNow();
        var draft = new CanvassRecord
        {
            Ordinal = (State.Canvasses is [.., var last] ? last.Ordinal : 0) + 1,
            Reason = request.Reason,
            Note = request.Note,
            CommandId = request.CommandId,
            Window = report.Window,
            DraftedAt = now,
            Partial = findings.Missing.Count > 0,
            Asks = CanvassDrafting.Draft(findings, AskedBefore()),
        };
        var drafts = State.Canvasses.Where(canvass => canvass.SentAt is null).Select(canvass => canvass.Ordinal).ToList();
        var makesPlace = drafts.Count >= CanvassPolicy.MaxDrafts ? drafts[0] : 0;
        var next = State with { Canvasses = [.. State.Canvasses.Where(canvass => canvass.Ordinal != makesPlace), draft] };
        await CommitAsync(next.With(IncidentEventKind.CanvassDrafted, now, draft.Ordinal));
        return CanvassDrafting.Summarise(Key, draft);
    }

    private async Task<CanvassSummary> SendOnceAsync(int ordinal)
    {
        var canvass = Find(ordinal) ?? throw new RefusedException(
            RefusalKind.NotFound, $"There is no canvass '{new CanvassKey(Key, ordinal).Id}'.");
        if (canvass.SentAt is null)
        {
            RequireOpen();
            RequireDraft(canvass);
            if (State.Canvasses.Count(other => other.SentAt is not null) >= CanvassPolicy.MaxSent)
            {
                throw new RefusedException(RefusalKind.Forbidden,
                    $"Incident '{Key.Id}' has had its {CanvassPolicy.MaxSent} canvasses; another needs a supervisor's approval.");
            }

            canvass = Sent(canvass, time.GetUtcNow());

            // The reminder comes first: without the decision it finds nothing to do, but the decision without it could be forgotten.
            await EnsureReminderAsync(canvass.IsOutstanding);
            var next = State.With(canvass).With(IncidentEventKind.CanvassSent, canvass.SentAt!.Value, ordinal);
            await CommitAsync(canvass.IsOutstanding ? next : next.With(IncidentEventKind.CanvassDelivered, canvass.SentAt.Value, ordinal));
            meter.AsksBecame(AskState.Pending, canvass.Asks.Count);
        }

        StartDeliveryIfOutstanding();
        return CanvassDrafting.Summarise(Key, canvass);
    }

    private CanvassRecord? Find(int ordinal) => State.Canvasses.FirstOrDefault(canvass => canvass.Ordinal == ordinal);

    private void RequireOpen()
    {
        if (State.Status != IncidentStatus.Active)
        {
            throw new RefusedException(RefusalKind.Conflict, $"Incident '{Key.Id}' is over: only an active incident has canvasses.");
        }
    }

    /// <summary>What was drafted before an incident ended was decided on what was known then, also where the incident is open again.</summary>
    private void RequireDraft(CanvassRecord canvass)
    {
        if (canvass.State != CanvassState.Draft)
        {
            throw new RefusedException(RefusalKind.Conflict,
                $"Canvass '{new CanvassKey(Key, canvass.Ordinal).Id}' was closed with its incident: draft another.");
        }
    }

    private HashSet<OwnerKey> AskedBefore() =>
        [.. State.Canvasses.Where(canvass => canvass.SentAt is not null).SelectMany(canvass => canvass.Asks).Select(ask => ask.Owner)];

    /// <summary>The canvass as decided: without owners whose footage is gone by now, or who were asked by another canvass meanwhile.</summary>
    private CanvassRecord Sent(CanvassRecord draft, DateTimeOffset now)
    {
        var askedBefore = AskedBefore();
        return draft with
        {
            State = CanvassState.Sent,
            SentAt = now,
            Asks = [.. draft.Asks
                .Where(ask => ask.LastOverwriteAt > now && !askedBefore.Contains(ask.Owner))
                .Select(ask => ask with { State = AskState.Pending })],
        };
    }
}
