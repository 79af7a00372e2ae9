using Canvass.Contracts.Cameras;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Grains.Coverage;

namespace Canvass.Grains.Incidents;

/// <summary>Turns findings into asks, and canvasses into what may be shown of them.</summary>
internal static class CanvassDrafting
{
    /// <summary>One ask for every owner whose cameras saw the area and may still have the footage; whose footage is overwritten soonest
    /// comes first.</summary>
    /// <param name="findings">What the cells told.</param>
    /// <param name="askedBefore">Owners who were asked about this incident already.</param>
    public static IReadOnlyList<AskRecord> Draft(SurveyFindings findings, IReadOnlySet<OwnerKey> askedBefore) =>
    [
        .. findings.Sightings
            .Where(sighting => sighting.Footage is { MayExist: true } && !askedBefore.Contains(sighting.Entry.Owner))
            .GroupBy(sighting => sighting.Entry.Owner)
            .Select(owned => new AskRecord
            {
                Owner = owned.Key,
                Cameras = [.. owned.OrderBy(sighting => findings.Scene.DistanceM(sighting.Entry.Position)).Select(sighting => sighting.Entry.Key)],
                Integrated = owned.Count(sighting => sighting.Entry.Tier == CameraTier.Integrated),
                FirstOverwriteAt = owned.Min(sighting => sighting.Footage!.Value.OverwrittenAt),
                FirstIntegratedOverwriteAt = owned.Where(sighting => sighting.Entry.Tier == CameraTier.Integrated)
                    .Min(sighting => sighting.Footage?.OverwrittenAt),
                LastOverwriteAt = owned.Max(sighting => sighting.Footage!.Value.OverwrittenAt),
            })
            .OrderBy(ask => ask.FirstOverwriteAt).ThenBy(ask => ask.Owner.Id, StringComparer.Ordinal),
    ];

    /// <summary>As much of a canvass as anybody may see.</summary>
    public static CanvassSummary Summarise(IncidentKey incident, CanvassRecord canvass) => new()
    {
        Key = new(incident, canvass.Ordinal),
        State = canvass.State,
        Reason = canvass.Reason,
        Note = canvass.Note,
        Owners = Bucket.OfArea(canvass.Asks.Count),
        Cameras = Bucket.OfArea(canvass.Asks.Sum(ask => ask.Cameras.Count)),
        Integrated = canvass.Asks.Sum(ask => ask.Integrated),
        // Of integrated cameras only: the hour would tell whether a drawn area holds a home, and its retention which one.
        FirstOverwriteAt = canvass.Asks.Min(ask => ask.FirstIntegratedOverwriteAt),
        DraftedAt = canvass.DraftedAt,
        SentAt = canvass.SentAt,
        Asked = canvass.SentAt is null ? null : Bucket.ExactFromThreshold(canvass.Asks.Count),
        Delivered = canvass.SentAt is not null && !canvass.IsOutstanding,
        Partial = canvass.Partial,
    };
}
