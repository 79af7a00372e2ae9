using Canvass.Contracts.Incidents;

namespace Canvass.Grains.Incidents;

/// <summary>What rests of an incident. Immutable.</summary>
public sealed record IncidentState
{
    /// <summary>The newest report; null where the grid never heard of the incident.</summary>
    public IncidentReport? Report { get; init; }

    /// <summary>Where it stands.</summary>
    public IncidentStatus Status { get; init; }

    /// <summary>How it ended.</summary>
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the grid first heard of it.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Rises with every change that lists show.</summary>
    public long Revision { get; init; }

    /// <summary>Its canvasses by ordinal; the asks of those that were sent are its outbox.</summary>
    public IReadOnlyList<CanvassRecord> Canvasses { get; init; } = [];

    /// <summary>What happened, oldest first; the last <see cref="MaxTimeline"/> events.</summary>
    public IReadOnlyList<IncidentEvent> Timeline { get; init; } = [];

    /// <summary>How many events are kept.</summary>
    public const int MaxTimeline = 1_000;

    /// <summary>The state with one more event.</summary>
    public IncidentState With(IncidentEventKind kind, DateTimeOffset at, int? canvass = null)
    {
        var next = new IncidentEvent { Sequence = (Timeline is [.., var last] ? last.Sequence : 0) + 1, At = at, Kind = kind, Canvass = canvass };
        return this with { Timeline = [.. Timeline.Skip(Math.Max(0, Timeline.Count + 1 - MaxTimeline)), next] };
    }

    /// <summary>The state with one canvass changed.</summary>
    public IncidentState With(CanvassRecord canvass) =>
        this with { Canvasses = [.. Canvasses.Select(other => other.Ordinal == canvass.Ordinal ? canvass : other)] };
}
