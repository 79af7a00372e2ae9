using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Canvasses;

/// <summary>A canvass as officers may see it: never who was asked, who declined or who did not answer.</summary>
[GenerateSerializer, Immutable, Alias("canvass.CanvassReview")]
public sealed record CanvassSummary
{
    /// <summary>Its key.</summary>
    [Id(0)]
    public required CanvassKey Key { get; init; }

    /// <summary>Its state.</summary>
    [Id(1)]
    public required CanvassState State { get; init; }

    /// <summary>The reason code.</summary>
    [Id(2)]
    public required string Reason { get; init; }

    /// <summary>The note.</summary>
    [Id(3)]
    public string? Note { get; init; }

    /// <summary>The owners of integrated cameras that the draft would ask.</summary>
    [Id(4)]
    public required IntegratedAsked Integrated { get; init; }

    /// <summary>The homes in the area, by published buckets.</summary>
    [Id(5)]
    public required HomesAsked Homes { get; init; }

    /// <summary>How many homes the area is expected to hold, computed from those buckets and areas alone.</summary>
    [Id(6)]
    public required ExpectedHomes Expected { get; init; }

    /// <summary>The rules of policy that apply.</summary>
    [Id(7)]
    public IReadOnlyList<PolicyNote> Policy { get; init; } = [];

    /// <summary>When it was drafted.</summary>
    [Id(8)]
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it was sent; null for a draft.</summary>
    [Id(9)]
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The owners who were asked; null for a draft.</summary>
    [Id(10)]
    public AskedOwners? Asked { get; init; }

    /// <summary>Whether the sending counts as delivered: from the first full minute at least 60 s after it was sent, whoever was asked.</summary>
    [Id(11)]
    public bool Delivered { get; init; }

    /// <summary>How many owners shared.</summary>
    [Id(12)]
    public int Shared { get; init; }

    /// <summary>How many clips they shared.</summary>
    [Id(13)]
    public int Clips { get; init; }

    /// <summary>Whether parts of the grid did not answer while it was drafted, so that integrated owners may be missing.</summary>
    [Id(14)]
    public bool Partial { get; init; }
}
