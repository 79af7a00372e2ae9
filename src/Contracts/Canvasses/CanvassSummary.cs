using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Canvasses;

/// <summary>A canvass, as much of it as anybody may see: never who was asked, who declined or who kept silent.</summary>
[GenerateSerializer, Immutable, Alias("canvass.CanvassSummary")]
public sealed record CanvassSummary
{
    /// <summary>Which canvass.</summary>
    [Id(0)]
    public required CanvassKey Key { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(1)]
    public required CanvassState State { get; init; }

    /// <summary>The reason code.</summary>
    [Id(2)]
    public required string Reason { get; init; }

    /// <summary>The note.</summary>
    [Id(3)]
    public string? Note { get; init; }

    /// <summary>How many owners it asks, bucketed.</summary>
    [Id(4)]
    public required Bucket Owners { get; init; }

    /// <summary>How many cameras it concerns, bucketed.</summary>
    [Id(5)]
    public required Bucket Cameras { get; init; }

    /// <summary>How many of those are integrated.</summary>
    [Id(6)]
    public required int Integrated { get; init; }

    /// <summary>When the first footage of an integrated camera is overwritten; null where there is none. Of registered cameras no hour is
    /// told.</summary>
    [Id(7)]
    public DateTimeOffset? FirstOverwriteAt { get; init; }

    /// <summary>When it was drafted.</summary>
    [Id(8)]
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it was sent; null for a draft.</summary>
    [Id(9)]
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How many owners were asked, exact from five on; null for a draft.</summary>
    [Id(10)]
    public Bucket? Asked { get; init; }

    /// <summary>Whether every ask has reached its owner.</summary>
    [Id(11)]
    public bool Delivered { get; init; }

    /// <summary>How many owners shared.</summary>
    [Id(12)]
    public int Shared { get; init; }

    /// <summary>How many clips they shared.</summary>
    [Id(13)]
    public int Clips { get; init; }

    /// <summary>Whether parts of the grid did not answer while it was drafted, so that owners may be missing.</summary>
    [Id(14)]
    public bool Partial { get; init; }
}
