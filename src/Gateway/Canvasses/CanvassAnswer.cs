using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Keys;

namespace Canvass.Gateway.Canvasses;

/// <summary>A canvass as officers may see it: never who was asked, who declined or who did not answer. The contract flattens some of it.</summary>
public sealed record CanvassAnswer
{
    /// <summary>Its id, <c>source:number:ordinal</c>.</summary>
    public required CanvassKey Id { get; init; }

    /// <summary>Its incident's id.</summary>
    public required IncidentKey IncidentId { get; init; }

    /// <summary>Its state.</summary>
    public required CanvassState State { get; init; }

    /// <summary>The reason code.</summary>
    public required string Reason { get; init; }

    /// <summary>The note.</summary>
    public string? Note { get; init; }

    /// <summary>The owners of integrated cameras that the draft would ask, exactly.</summary>
    public required IntegratedAsked Integrated { get; init; }

    /// <summary>The homes in the area, by the published buckets of whole resolution-8 cells.</summary>
    public required HomesAsked Homes { get; init; }

    /// <summary>How many homes the area is expected to hold: the lower and the upper end, both inclusive.</summary>
    public required IReadOnlyList<int> Expected { get; init; }

    /// <summary>The rules of policy that applied when it was drafted.</summary>
    public required IReadOnlyList<PolicyNote> Policy { get; init; }

    /// <summary>When it was drafted.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it was sent; absent in a draft.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The owners who were asked: of integrated cameras exactly, homes by the same buckets; absent in a draft.</summary>
    public AskedOwners? Asked { get; init; }

    /// <summary>Whether the sending counts as delivered: from the first full minute at least 60 s after it was sent, whoever was asked.</summary>
    public required bool Delivered { get; init; }

    /// <summary>How many owners shared.</summary>
    public required int Shared { get; init; }

    /// <summary>How many clips they shared.</summary>
    public required int Clips { get; init; }

    /// <summary>Whether parts of the grid did not answer while it was drafted, so that integrated owners may be missing.</summary>
    public required bool Partial { get; init; }

    /// <summary>The answer for a canvass.</summary>
    public static CanvassAnswer Of(CanvassSummary canvass) => new()
    {
        Id = canvass.Key,
        IncidentId = canvass.Key.Incident,
        State = canvass.State,
        Reason = canvass.Reason,
        Note = canvass.Note,
        Integrated = canvass.Integrated,
        Homes = canvass.Homes,
        Expected = [canvass.Expected.Low, canvass.Expected.High],
        Policy = canvass.Policy,
        DraftedAt = canvass.DraftedAt,
        SentAt = canvass.SentAt,
        Asked = canvass.Asked,
        Delivered = canvass.Delivered,
        Shared = canvass.Shared,
        Clips = canvass.Clips,
        Partial = canvass.Partial,
    };
}
