using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Owners;

/// <summary>One question to one owner about one incident, for all of the owner's cameras that saw it.</summary>
[GenerateSerializer, Immutable, Alias("canvass.OwnerAsk")]
public sealed record Ask
{
    /// <summary>The owner.</summary>
    [Id(0)]
    public required OwnerKey Owner { get; init; }

    /// <summary>The incident. An owner has at most one ask about an incident.</summary>
    [Id(1)]
    public required IncidentKey Incident { get; init; }

    /// <summary>The canvass of the incident that asks, by its ordinal.</summary>
    [Id(2)]
    public required int Canvass { get; init; }

    /// <summary>The owner's cameras that saw the area and may still have the footage, nearest first.</summary>
    [Id(3)]
    public required IReadOnlyList<CameraKey> Cameras { get; init; }

    /// <summary>When the first of the owner's footage is overwritten.</summary>
    [Id(4)]
    public required DateTimeOffset FootageUntil { get; init; }

    /// <summary>When it expires: ten days after it was sent, or when the last of the footage is overwritten, whichever comes first.</summary>
    [Id(5)]
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Its state.</summary>
    [Id(6)]
    public AskState State { get; init; }

    /// <summary>When it was delivered; for a pending ask, the earliest time at which it may be.</summary>
    [Id(7)]
    public DateTimeOffset At { get; init; }

    /// <summary>Whether the owner can still answer it.</summary>
    public bool IsOpen => State is AskState.Pending or AskState.Delivered or AskState.Opened;
}
