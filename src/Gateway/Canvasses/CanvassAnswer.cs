using Canvass.Contracts.Canvasses;

namespace Canvass.Gateway.Canvasses;

/// <summary>A canvass, as much of it as anybody may see: never who was asked, who declined or who kept silent.</summary>
public sealed record CanvassAnswer
{
    /// <summary>Its id, <c>source:number:ordinal</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its incident's id.</summary>
    public required string IncidentId { get; init; }

    /// <summary>Where it stands.</summary>
    public required CanvassState State { get; init; }

    /// <summary>The reason code.</summary>
    public required string Reason { get; init; }

    /// <summary>The note.</summary>
    public string? Note { get; init; }

    /// <summary>How many owners it asks, bucketed.</summary>
    public required string Owners { get; init; }

    /// <summary>How many cameras it concerns, bucketed.</summary>
    public required string Cameras { get; init; }

    /// <summary>How many of those are integrated.</summary>
    public required int Integrated { get; init; }

    /// <summary>When the first of the footage is overwritten; absent where nobody is to be asked.</summary>
    public DateTimeOffset? FirstOverwriteAt { get; init; }

    /// <summary>When it was drafted.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it was sent; absent in a draft.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How many owners were asked: a number from five on, <c>&lt;5</c> below; absent in a draft.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether every ask has reached its owner.</summary>
    public required bool Delivered { get; init; }

    /// <summary>How many owners shared.</summary>
    public required int Shared { get; init; }

    /// <summary>How many clips they shared.</summary>
    public required int Clips { get; init; }

    /// <summary>Whether parts of the grid did not answer while it was drafted, so that owners may be missing.</summary>
    public required bool Partial { get; init; }

    /// <summary>Writes a canvass.</summary>
    public static CanvassAnswer Of(CanvassSummary canvass) => new()
    {
        Id = canvass.Key.Id,
        IncidentId = canvass.Key.Incident.Id,
        State = canvass.State,
        Reason = canvass.Reason,
        Note = canvass.Note,
        Owners = canvass.Owners.Text,
        Cameras = canvass.Cameras.Text,
        Integrated = canvass.Integrated,
        FirstOverwriteAt = canvass.FirstOverwriteAt,
        DraftedAt = canvass.DraftedAt,
        SentAt = canvass.SentAt,
        Asked = canvass.Asked?.Text,
        Delivered = canvass.Delivered,
        Shared = canvass.Shared,
        Clips = canvass.Clips,
        Partial = canvass.Partial,
    };
}
