using Canvass.Contracts.Keys;
using Canvass.Contracts.Times;

namespace Canvass.Contracts.Owners;

/// <summary>One question to one owner about one incident, for all of the owner's cameras that saw it.</summary>
[GenerateSerializer, Immutable, Alias("canvass.Ask")]
public sealed record Ask
{
    /// <summary>Which incident; an owner has one ask of an incident at most.</summary>
    [Id(0)]
    public required IncidentKey Incident { get; init; }

    /// <summary>Which canvass of the incident it belongs to, by its ordinal.</summary>
    [Id(1)]
    public required int Canvass { get; init; }

    /// <summary>Who is asked.</summary>
    [Id(2)]
    public required OwnerKey Owner { get; init; }

    /// <summary>The owner's cameras that saw the area and whose footage may still exist, nearest first.</summary>
    [Id(3)]
    public required IReadOnlyList<CameraKey> Cameras { get; init; }

    /// <summary>The time that it asks about.</summary>
    [Id(4)]
    public required TimeWindow Window { get; init; }

    /// <summary>The office that asks.</summary>
    [Id(5)]
    public string? Agency { get; init; }

    /// <summary>The coded reason.</summary>
    [Id(6)]
    public required string Reason { get; init; }

    /// <summary>When a person sent it.</summary>
    [Id(7)]
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Until when the first of the owner's footage exists.</summary>
    [Id(8)]
    public required DateTimeOffset FootageUntil { get; init; }

    /// <summary>When it expires: ten days after it was sent, or when the last of the footage is overwritten, whichever comes first.</summary>
    [Id(9)]
    public required DateTimeOffset ExpiresAt { get; init; }
}
