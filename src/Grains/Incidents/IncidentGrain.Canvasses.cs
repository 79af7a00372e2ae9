using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Coverage;
using Canvass.Grains.Outbox;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Incidents;

/// <summary>An incident drafts canvasses and admits those that are sent: their number and the incident's status are its own to check.</summary>
internal sealed partial class IncidentGrain
{
    /// <inheritdoc/>
    public Task<CanvassSummary> DraftAsync(CanvassRequest request) => RunAsync(() => DraftOnceAsync(request));

    /// <inheritdoc/>
    public Task<DateTimeOffset> AdmitAsync(int ordinal) => RunAsync(() => AdmitOnceAsync(ordinal));

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> FindSentAtAsync(int ordinal)
    {
        await RefreshAsync(Find(ordinal) is not null);
        return Find(ordinal)?.SentAt;
    }

    /// <inheritdoc/>
    public async Task<OutboxOutcome> ReceiveAsync(OutboxMessage message)
    {
        var ordinal = IncidentMessages.ReadDelivered(message);
        return await RunAsync(async () =>
        {
            if (Find(ordinal) is not { IsToldDelivered: false } canvass)
            {
                return OutboxOutcome.Done;
            }

            await CommitAsync(
                With(canvass with { IsToldDelivered = true }), message.NotBefore, [IncidentEventKind.CanvassDelivered], ordinal,
                new Complete(message));
            return OutboxOutcome.Completed;
        });
    }

    private async Task<CanvassSummary> DraftOnceAsync(CanvassRequest request)
    {
        var report = Known();
        CanvassPolicy.CheckRequest(request);
        if (request.CommandId is not null && State.Canvasses.FirstOrDefault(canvass => canvass.CommandId == request.CommandId) is { } known)
        {
            return await RepeatedAsync(known, request);
        }

        RequireOpen();
        CanvassPolicy.CheckExtent(report);
        var sent = State.Canvasses.Count(canvass => canvass.SentAt is not null);
        var findings = await survey.RunAsync(report.Area, report.Window, SurveyScope.Integrated, CancellationToken.None);
        var askedBefore = sent == 0 ? [] : await asks.AskedAsync(Key, CancellationToken.None);
        var now = Now;
        var draft = CanvassDrafting.Draft(report, request, findings, askedBefore.ToHashSet(), ownerPolicy, sent, now);
        var key = new CanvassKey(Key, State.LastCanvass + 1);
        List<Effect> effects = [new CreateProcess(new(key.ToString(), CanvassGrain.StateName), Serialize(draft))];
        var drafts = State.Canvasses.Where(canvass => canvass.SentAt is null).ToList();
        var replaced = drafts.Count >= CanvassPolicy.MaxDrafts ? drafts[0] : null;
        if (replaced is not null)
        {
            effects.Add(new Enqueue(CanvassMessages.Create(CanvassMessageKind.Discard, new(Key, replaced.Ordinal), now)));
        }

        var entry = new CanvassEntry { Ordinal = key.Ordinal, CommandId = request.CommandId };
        var next = State with { LastCanvass = key.Ordinal, Canvasses = [.. State.Canvasses.Where(canvass => canvass != replaced), entry] };
        await CommitAsync(next, now, [IncidentEventKind.CanvassDrafted], key.Ordinal, effects);
        return CanvassDrafting.Summarise(key, draft, now);
    }

    /// <summary>The draft of a command that is repeated.</summary>
    /// <exception cref="RefusedException">The command asked for something else the first time.</exception>
    private async Task<CanvassSummary> RepeatedAsync(CanvassEntry known, CanvassRequest request)
    {
        var first = await grains.GetGrain<ICanvassGrain>(new CanvassKey(Key, known.Ordinal).ToString()).GetAsync()
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no canvass '{new CanvassKey(Key, known.Ordinal).Id}'.");
        var errors = new FieldErrors();
        errors.Require(first.Reason == request.Reason && first.Note == request.Note, "Idempotency-Key",
            $"'{request.CommandId}' was used for a draft with another reason or note: give a new key for a new draft.");
        errors.ThrowIfAny(RefusalKind.Forbidden);
        return first;
    }

    private async Task<DateTimeOffset> AdmitOnceAsync(int ordinal)
    {
        var key = new CanvassKey(Key, ordinal);
        var canvass = Find(ordinal) ?? throw new RefusedException(RefusalKind.NotFound, $"There is no canvass '{key.Id}'.");
        if (canvass.SentAt is { } known)
        {
            return known;
        }

        RequireOpen();
        if (canvass.IsClosed)
        {
            throw new RefusedException(RefusalKind.Conflict, $"Canvass '{key.Id}' was closed with its incident: draft another.");
        }

        if (State.Canvasses.Count(other => other.SentAt is not null) >= CanvassPolicy.MaxSent)
        {
            throw new RefusedException(RefusalKind.Forbidden,
                $"Incident '{Key.Id}' has had its {CanvassPolicy.MaxSent} canvasses; another needs a supervisor's approval.");
        }

        var now = Now;
        await CommitAsync(
            With(canvass with { SentAt = now }), now, [IncidentEventKind.CanvassSent], ordinal,
            new Enqueue(CanvassMessages.Create(CanvassMessageKind.Deliver, key, now, sentAt: now)),
            new Enqueue(IncidentMessages.DeliveredAt(CanvassPolicy.DeliveredAt(now), key, now)));
        return now;
    }

    private CanvassEntry? Find(int ordinal) => State.Canvasses.FirstOrDefault(canvass => canvass.Ordinal == ordinal);

    private IncidentState With(CanvassEntry canvass) =>
        State with { Canvasses = [.. State.Canvasses.Select(other => other.Ordinal == canvass.Ordinal ? canvass : other)] };

    private void RequireOpen()
    {
        if (State.Status != IncidentStatus.Active)
        {
            throw new RefusedException(RefusalKind.Conflict, $"Incident '{Key.Id}' is over: only an active incident has canvasses.");
        }
    }
}
