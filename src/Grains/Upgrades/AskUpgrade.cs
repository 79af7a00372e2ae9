using System.Text.Json;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Incidents;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Upgrades;

/// <summary>
/// Moves what older versions kept inside the states of incidents and owners into rows of its own. The inboxes of owners come first: what an owner already
/// has is not delivered again. What was on its way is delivered by the outbox.
/// </summary>
public static class AskUpgrade
{
    /// <summary>The state name of owners in older versions; their rows are deleted once they are moved.</summary>
    public const string OwnerState = "owner";

    /// <summary>The state name of incidents.</summary>
    public const string IncidentState = "incident";

    /// <summary>The commit that stores an owner's inbox as asks.</summary>
    public static ProcessCommit Owner(byte[] payload) => new()
    {
        Effects =
        [
            .. Read<LegacyOwner>(payload).Inbox.Where(item => item.Ask is not null).Select(item => new PutAsk(new()
            {
                Owner = item.Ask!.Owner,
                Incident = item.Ask.Incident,
                Canvass = item.Ask.Canvass,
                Cameras = item.Ask.Cameras,
                FootageUntil = item.Ask.FootageUntil,
                ExpiresAt = item.Ask.ExpiresAt,
                State = item.WithdrawnAt is null ? AskState.Delivered : AskState.Withdrawn,
                At = item.WithdrawnAt ?? item.ReceivedAt ?? default,
            })),
        ],
    };

    /// <summary>The commit that stores an incident with its canvasses, asks and events apart; null if there is nothing to move.</summary>
    /// <param name="key">The incident's row.</param>
    /// <param name="stored">Its state.</param>
    /// <param name="now">The present moment.</param>
    public static ProcessCommit? Incident(ProcessKey key, StoredProcess stored, DateTimeOffset now)
    {
        var legacy = Read<LegacyIncident>(stored.Payload);
        if (legacy.Report is not { } report)
        {
            return null;
        }

        var incident = report.Key;
        var state = new IncidentState
        {
            Report = report,
            Status = legacy.Status,
            Outcome = legacy.Outcome,
            ClosedAt = legacy.ClosedAt,
            CreatedAt = legacy.CreatedAt,
            Revision = legacy.Revision,
            LastEvent = legacy.Timeline is [.., var last] ? last.Sequence : 0,
            LastCanvass = legacy.Canvasses is [.., var newest] ? newest.Ordinal : 0,
            Canvasses = [.. legacy.Canvasses.Select(canvass => new CanvassEntry
            {
                Ordinal = canvass.Ordinal,
                CommandId = canvass.CommandId,
                SentAt = canvass.SentAt,
                IsClosed = canvass.State == CanvassState.Closed,
                IsToldDelivered = IsToldDelivered(legacy, canvass),
            })],
        };
        return new()
        {
            Key = key,
            Version = stored.Version,
            Payload = Write(state),
            Effects =
            [
                .. legacy.Timeline.Select(happened => new AppendEvent(incident, happened)),
                .. legacy.Canvasses.SelectMany(canvass => Effects(new(incident, canvass.Ordinal), canvass, report, IsToldDelivered(legacy, canvass), now)),
            ],
        };
    }

    private static bool IsToldDelivered(LegacyIncident incident, LegacyCanvass canvass) => incident.Timeline.Any(
        happened => happened.Kind == IncidentEventKind.CanvassDelivered && happened.Canvass == canvass.Ordinal);

    private static IEnumerable<Effect> Effects(CanvassKey key, LegacyCanvass canvass, IncidentReport report, bool isToldDelivered, DateTimeOffset now)
    {
        yield return new CreateProcess(new(key.ToString(), CanvassGrain.StateName), Write(Record(canvass, report)));
        if (canvass.SentAt is not { } sentAt)
        {
            yield break;
        }

        foreach (var ask in canvass.Asks.Where(ask => ask.State == "pending"))
        {
            yield return new PutAsk(new()
            {
                Owner = ask.Owner,
                Incident = key.Incident,
                Canvass = key.Ordinal,
                Cameras = ask.Cameras,
                FootageUntil = ask.FirstOverwriteAt,
                ExpiresAt = ExpiresAt(ask, sentAt),
                State = AskState.Pending,
                At = sentAt,
            });
        }

        if (canvass.State == CanvassState.Closed)
        {
            yield return new EndAsks(key, AskState.Withdrawn, now, ExpiredOnly: false);
            yield break;
        }

        yield return Enqueue(CanvassMessages.Create(CanvassMessageKind.Deferred, key, now), now);
        if (canvass.Asks.Count > 0)
        {
            var first = canvass.Asks.Min(ask => ExpiresAt(ask, sentAt));
            yield return new Enqueue(CanvassMessages.Create(CanvassMessageKind.Expire, key, now, notBefore: first));
        }

        if (!isToldDelivered)
        {
            yield return Enqueue(IncidentMessages.DeliveredAt(now, key, now), now);
        }
    }

    private static CanvassRecord Record(LegacyCanvass canvass, IncidentReport report)
    {
        var integrated = canvass.Asks.Where(ask => ask.Integrated > 0).ToList();
        var reviewed = new IntegratedAsked(
            integrated.Count, integrated.Sum(ask => ask.Integrated), integrated.Min(ask => ask.FirstIntegratedOverwriteAt));
        return new()
        {
            State = canvass.State,
            Reason = canvass.Reason,
            Note = canvass.Note,
            Area = report.Area,
            Window = canvass.Window,
            DraftedAt = canvass.DraftedAt,
            SentAt = canvass.SentAt,
            Partial = canvass.Partial,
            Drafted = reviewed,
            Asked = canvass.SentAt is null ? null : reviewed,
            IsWorkedOut = canvass.SentAt is not null,

            // A draft that was reviewed asks whom it showed.
            Integrated = canvass.SentAt is not null ? [] :
            [
                .. canvass.Asks.Select(ask => new AskDraft
                {
                    Owner = ask.Owner,
                    Cameras = ask.Cameras,
                    FirstOverwriteAt = ask.FirstOverwriteAt,
                    LastOverwriteAt = ask.LastOverwriteAt,
                }),
            ],
        };
    }

    private static DateTimeOffset ExpiresAt(LegacyAsk ask, DateTimeOffset sentAt)
    {
        var latest = sentAt + CanvassPolicy.AskLifetime;
        return ask.LastOverwriteAt < latest ? ask.LastOverwriteAt : latest;
    }

    /// <summary>A message that any dispatcher may claim at once.</summary>
    private static Enqueue Enqueue(OutboxMessage message, DateTimeOffset now) => new(message with { LeasedUntil = now, NotBefore = now });

    private static T Read<T>(byte[] payload) =>
        JsonSerializer.Deserialize<T>(payload, GridJson.Options) ?? throw new JsonException("A stored state is the JSON value null.");

    private static byte[] Write<T>(T state) => JsonSerializer.SerializeToUtf8Bytes(state, GridJson.Options);
}
