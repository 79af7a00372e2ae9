using Canvass.Contracts.Keys;

namespace Canvass.Grains.Canvasses;

/// <summary>An owner whom a canvass is to ask.</summary>
public sealed record AskDraft
{
    /// <summary>The owner.</summary>
    public required OwnerKey Owner { get; init; }

    /// <summary>The owner's cameras that saw the area and may still have the footage, nearest first.</summary>
    public required IReadOnlyList<CameraKey> Cameras { get; init; }

    /// <summary>When the first of the footage is overwritten.</summary>
    public required DateTimeOffset FirstOverwriteAt { get; init; }

    /// <summary>When the last of the footage is overwritten.</summary>
    public required DateTimeOffset LastOverwriteAt { get; init; }
}
