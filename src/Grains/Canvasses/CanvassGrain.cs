using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Coverage;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Processes;
using Canvass.Grains.Storage;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Canvass.Grains.Canvasses;

/// <summary>
/// One canvass: its draft, its state and its counts. The incident admits its sending, in one commit with an outbox message; that message then makes the
/// canvass work out whom to ask and hand each ask to its owner. Nothing that is told before or while sending depends on homes.
/// </summary>
[GrainType("canvass.canvass"), ProcessState(StateName), CollectionAgeLimit(Minutes = 5)]
internal sealed partial class CanvassGrain(
    ProcessServices services, IGrainFactory grains, AreaSurvey survey, AskDelivery delivery, IAskTable asks, GridMeter meter,
    ILogger<CanvassGrain> logger)
    : ProcessGrain<CanvassRecord>(services, logger), ICanvassGrain, IOutboxTarget
{
    /// <summary>The name of its state.</summary>
    public const string StateName = "canvass";

    private static readonly GrainType IncidentType = GrainType.Create("canvass.incident");

    private DateTimeOffset? _sentAt;

    private CanvassKey Key => CanvassKey.Parse(this.GetPrimaryKeyString());

    // By type: where two versions run side by side under different class names, the interface alone is ambiguous.
    private ICanvassAdmission Incident => grains.GetGrain<ICanvassAdmission>(GrainId.Create(IncidentType, Key.Incident.ToString()));

    /// <inheritdoc/>
    public async Task<CanvassSummary?> GetAsync()
    {
        await RefreshAsync(Exists);
        if (!Exists)
        {
            return null;
        }

        // The incident decides that a canvass is sent, before the canvass itself takes note.
        if (State.State == CanvassState.Draft)
        {
            _sentAt ??= await Incident.FindSentAtAsync(Key.Ordinal);
        }

        return Summarise();
    }

    /// <inheritdoc/>
    public async Task<CanvassSummary> SendAsync()
    {
        await RefreshAsync(Exists);
        if (!Exists)
        {
            throw new RefusedException(RefusalKind.NotFound, $"There is no canvass '{Key.Id}'.");
        }

        if (State.SentAt is null)
        {
            _sentAt ??= await Incident.AdmitAsync(Key.Ordinal);
        }

        return Summarise();
    }

    /// <inheritdoc/>
    public async Task<OutboxOutcome> ReceiveAsync(OutboxMessage message)
    {
        await RefreshAsync(Exists);
        return await RunAsync(() => CanvassMessages.Read(message) switch
        {
            (CanvassMessageKind.Deliver, { } sentAt) => DeliverAsync(message, sentAt),
            (CanvassMessageKind.Deferred, _) => DeliverPendingAsync(),
            (CanvassMessageKind.Expire, _) => ExpireAsync(),
            (CanvassMessageKind.Close, _) => CloseAsync(message),
            (CanvassMessageKind.Discard, _) => DiscardAsync(message),
            _ => throw new InvalidOperationException($"A canvass does not know the message '{message.Payload}'."),
        });
    }

    private CanvassSummary Summarise() => CanvassDrafting.Summarise(Key, Sent(State, _sentAt), Now);

    /// <summary>The canvass with the decision to send it, if that was made and it does not know of it yet.</summary>
    private static CanvassRecord Sent(CanvassRecord canvass, DateTimeOffset? sentAt) => canvass.State == CanvassState.Draft && sentAt is { } at
        ? canvass with { State = CanvassState.Sent, SentAt = at, Asked = CanvassDrafting.Asked(canvass, at) }
        : canvass;

    /// <summary>Works out whom to ask, and asks. Until that is committed, a repeat does it again, and owners who have the ask keep it.</summary>
    private async Task<OutboxOutcome> DeliverAsync(OutboxMessage message, DateTimeOffset sentAt)
    {
        if (!Exists || State.State == CanvassState.Closed || State.IsWorkedOut)
        {
            return OutboxOutcome.Done;
        }

        var sent = Sent(State, sentAt);
        var findings = await survey.RunAsync(sent.Area, sent.Window, SurveyScope.IntegratedAndHomes, CancellationToken.None);
        if (findings.Missing.Count > 0)
        {
            throw new GridUnavailableException("A part of the grid did not answer: the canvass is worked out again later.", false);
        }

        var worked = CanvassDrafting.WorkOut(Key, sent, findings, Now);
        var receipts = await delivery.DeliverAsync(worked, sent.PassesQuietHours);
        var open = worked.Zip(receipts).Where(pair => pair.Second.State != AskState.Withdrawn).ToList();
        List<Effect> effects = [new Complete(message)];
        if (open.Count > 0)
        {
            effects.Add(Later(CanvassMessageKind.Expire, open.Min(pair => pair.First.ExpiresAt)));
        }

        if (open.Where(pair => pair.Second.State == AskState.Pending).ToList() is { Count: > 0 } pending)
        {
            effects.Add(Later(CanvassMessageKind.Deferred, pending.Min(pair => pair.Second.At)));
        }

        if (sent.PassesQuietHours)
        {
            LogPassesQuietHours();
        }

        await CommitAsync(sent with { IsWorkedOut = true, Integrated = [] }, effects);
        return OutboxOutcome.Completed;
    }

    /// <summary>Delivers the asks whose time has come.</summary>
    private async Task<OutboxOutcome> DeliverPendingAsync()
    {
        var pending = await asks.PendingAsync(Key, CancellationToken.None);
        var due = pending.Where(ask => ask.At <= Now).ToList();
        var receipts = await delivery.DeliverAsync(due, State.PassesQuietHours);
        var next = pending.Skip(due.Count).Select(ask => ask.At)
            .Concat(receipts.Where(receipt => receipt.State == AskState.Pending).Select(receipt => receipt.At))
            .ToList();
        return next.Count == 0 ? OutboxOutcome.Done : OutboxOutcome.Again(next.Min());
    }

    private async Task<OutboxOutcome> ExpireAsync()
    {
        await EndAsync(AskState.Expired, expiredOnly: true);
        return (await asks.OpenAsync(Key, CancellationToken.None)).FirstExpiresAt is { } next ? OutboxOutcome.Again(next) : OutboxOutcome.Done;
    }

    private async Task EndAsync(AskState state, bool expiredOnly)
    {
        var before = (await asks.OpenAsync(Key, CancellationToken.None)).Count;
        await CommitEffectsAsync(new EndAsks(Key, state, Now, expiredOnly));
        meter.AsksBecame(state, before - (await asks.OpenAsync(Key, CancellationToken.None)).Count);
    }

    /// <summary>The incident is over: nobody is asked any more, and open asks are taken back.</summary>
    private async Task<OutboxOutcome> CloseAsync(OutboxMessage message)
    {
        if (!Exists)
        {
            return OutboxOutcome.Done;
        }

        var open = (await asks.OpenAsync(Key, CancellationToken.None)).Count;
        await CommitAsync(
            Sent(State, _sentAt) with { State = CanvassState.Closed, Integrated = [] },
            new EndAsks(Key, AskState.Withdrawn, Now, ExpiredOnly: false), new Complete(message));
        meter.AsksBecame(AskState.Withdrawn, open);
        return OutboxOutcome.Completed;
    }

    /// <summary>A newer draft has taken its place.</summary>
    private async Task<OutboxOutcome> DiscardAsync(OutboxMessage message)
    {
        if (!Exists || State.SentAt is not null)
        {
            return OutboxOutcome.Done;
        }

        await DeleteAsync(new Complete(message));
        return OutboxOutcome.Completed;
    }

    private Enqueue Later(CanvassMessageKind kind, DateTimeOffset notBefore) => new(CanvassMessages.Create(kind, Key, Now, notBefore: notBefore));

    [LoggerMessage(2201, LogLevel.Information, "The asks of an emergency passed quiet hours.")]
    private partial void LogPassesQuietHours();
}
