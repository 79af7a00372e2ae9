namespace Canvass.Contracts.Incidents;

/// <summary>Something that happened to an incident in the grid.</summary>
[GenerateSerializer, Immutable, Alias("canvass.IncidentEvent")]
public sealed record IncidentEvent
{
    /// <summary>Its place in the incident's timeline: 1, 2, 3 …, without gaps.</summary>
    [Id(0)]
    public required long Sequence { get; init; }

    /// <summary>When it happened.</summary>
    [Id(1)]
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    [Id(2)]
    public required IncidentEventKind Kind { get; init; }

    /// <summary>The canvass concerned, by its ordinal; null for others.</summary>
    [Id(3)]
    public int? Canvass { get; init; }
}
