using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Cells;
using Canvass.Grains.Coverage;
using Canvass.Grains.Disclosure;
using Canvass.Grains.Owners;

namespace Canvass.Grains.Canvasses;

/// <summary>Turns what the cells know into drafts and asks, and canvasses into what officers may see of them.</summary>
internal static class CanvassDrafting
{
    /// <summary>A draft for a person to review. Of homes it knows the published buckets only.</summary>
    /// <param name="report">The incident.</param>
    /// <param name="request">Why the canvass is wanted.</param>
    /// <param name="findings">The integrated cameras that saw the area.</param>
    /// <param name="askedBefore">Owners who were asked about this incident already.</param>
    /// <param name="policy">When owners may be asked.</param>
    /// <param name="sentBefore">How many canvasses of the incident were sent.</param>
    /// <param name="now">The present moment.</param>
    public static CanvassRecord Draft(
        IncidentReport report, CanvassRequest request, SurveyFindings findings, IReadOnlySet<OwnerKey> askedBefore, OwnerPolicy policy, int sentBefore,
        DateTimeOffset now)
    {
        var integrated = GroupByOwner(findings, CameraTier.Integrated).Where(ask => !askedBefore.Contains(ask.Owner)).ToList();
        var homes = CoverageReports.Buckets(findings);
        var passes = policy.PassesQuietHours(report.Priority);
        return new()
        {
            State = CanvassState.Draft,
            Reason = request.Reason,
            Note = request.Note,
            Area = report.Area,
            Window = report.Window,
            PassesQuietHours = passes,
            DraftedAt = now,
            Partial = findings.Missing.Count > 0,
            Integrated = integrated,
            Drafted = Summarise(integrated),
            Homes = homes,
            Expected = HomesDisclosure.Expect(findings.Scene, homes),
            Policy = Notes(policy, sentBefore, passes),
        };
    }

    /// <summary>The asks of a sent canvass, soonest overwritten first: the reviewed owners of integrated cameras whose footage may still exist, and the
    /// homes that the cells know now.</summary>
    public static IReadOnlyList<Ask> WorkOut(CanvassKey key, CanvassRecord sent, SurveyFindings findings, DateTimeOffset now)
    {
        var sentAt = sent.SentAt!.Value;
        return
        [
            .. StillThere(sent, now).Concat(GroupByOwner(findings, CameraTier.Registered))
                .GroupBy(draft => draft.Owner)
                .Select(Merge)
                .OrderBy(draft => draft.FirstOverwriteAt).ThenBy(draft => draft.Owner.Id, StringComparer.Ordinal)
                .Select(draft => new Ask
                {
                    Owner = draft.Owner,
                    Incident = key.Incident,
                    Canvass = key.Ordinal,
                    Cameras = draft.Cameras,
                    FootageUntil = draft.FirstOverwriteAt,
                    ExpiresAt = Earlier(draft.LastOverwriteAt, sentAt + CanvassPolicy.AskLifetime),
                }),
        ];
    }

    /// <summary>The integrated part of a canvass' asks, at the moment of its sending.</summary>
    public static IntegratedAsked Asked(CanvassRecord canvass, DateTimeOffset sentAt) => Summarise([.. StillThere(canvass, sentAt)]);

    /// <summary>A canvass as officers may see it.</summary>
    public static CanvassSummary Summarise(CanvassKey key, CanvassRecord canvass, DateTimeOffset now)
    {
        var homes = new HomesAsked(canvass.Homes);
        return new()
        {
            Key = key,
            State = canvass.State,
            Reason = canvass.Reason,
            Note = canvass.Note,
            Integrated = canvass.Drafted,
            Homes = homes,
            Expected = canvass.Expected,
            Policy = canvass.Policy,
            DraftedAt = canvass.DraftedAt,
            SentAt = canvass.SentAt,
            Asked = canvass.Asked is { } asked ? new(asked, homes) : null,
            Delivered = canvass.SentAt is { } sentAt && now >= CanvassPolicy.DeliveredAt(sentAt),
            Shared = canvass.Shared,
            Clips = canvass.Clips,
            Partial = canvass.Partial,
        };
    }

    private static IEnumerable<AskDraft> StillThere(CanvassRecord canvass, DateTimeOffset now) =>
        canvass.Integrated.Where(draft => draft.LastOverwriteAt > now);

    private static IEnumerable<AskDraft> GroupByOwner(SurveyFindings findings, CameraTier tier) => findings.Sightings
        .Where(sighting => sighting.Entry.Tier == tier && sighting.Footage is { MayExist: true })
        .GroupBy(sighting => sighting.Entry.Owner)
        .Select(owned => new AskDraft
        {
            Owner = owned.Key,
            Cameras = [.. NearestFirst(findings, owned)],
            FirstOverwriteAt = owned.Min(sighting => sighting.Footage!.Value.OverwrittenAt),
            LastOverwriteAt = owned.Max(sighting => sighting.Footage!.Value.OverwrittenAt),
        })
        .OrderBy(ask => ask.FirstOverwriteAt).ThenBy(ask => ask.Owner.Id, StringComparer.Ordinal);

    private static IEnumerable<CameraKey> NearestFirst(SurveyFindings findings, IEnumerable<Sighting> sightings) => sightings
        .OrderBy(sighting => findings.Scene.DistanceM(sighting.Entry.Position)).ThenBy(sighting => sighting.Entry.Key.Id, StringComparer.Ordinal)
        .Select(sighting => sighting.Entry.Key);

    private static AskDraft Merge(IEnumerable<AskDraft> ofOneOwner)
    {
        var drafts = ofOneOwner.ToList();
        return drafts is [var only]
            ? only
            : drafts[0] with
            {
                Cameras = [.. drafts.SelectMany(draft => draft.Cameras).Distinct()],
                FirstOverwriteAt = drafts.Min(draft => draft.FirstOverwriteAt),
                LastOverwriteAt = drafts.Max(draft => draft.LastOverwriteAt),
            };
    }

    private static IntegratedAsked Summarise(List<AskDraft> integrated) => new(
        integrated.Count, integrated.Sum(ask => ask.Cameras.Count), integrated.Count == 0 ? null : integrated.Min(ask => ask.FirstOverwriteAt));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static List<PolicyNote> Notes(OwnerPolicy policy, int sentBefore, bool passesQuietHours)
    {
        List<PolicyNote> notes =
        [
            new("canvasses", Text($"{sentBefore} of {CanvassPolicy.MaxSent} canvasses of this incident were sent.")),
            new("askLifetime", Text($"An ask expires after {CanvassPolicy.AskLifetime.TotalDays:0} days, or when the footage is overwritten.")),
        ];
        if (policy.AsksPerOwner > 0)
        {
            notes.Add(new("asksPerOwner", Text(
                $"An owner gets at most {policy.AsksPerOwner} asks in {OwnerPolicy.Period.TotalDays:0} days; further asks wait.")));
        }

        if (policy.QuietHours.From != policy.QuietHours.To)
        {
            notes.Add(new("quietHours", passesQuietHours
                ? "This incident is an emergency: its asks do not wait for the end of quiet hours."
                : $"Asks wait during quiet hours, {policy.QuietHours} local time."));
        }

        return notes;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
