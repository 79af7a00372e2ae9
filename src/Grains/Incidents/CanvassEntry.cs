using Canvass.Contracts.Canvasses;

namespace Canvass.Grains.Incidents;

/// <summary>What an incident keeps of a canvass.</summary>
public sealed record CanvassEntry
{
    /// <summary>Its place among the incident's canvasses, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The command that drafted it; null if it had no name.</summary>
    public string? CommandId { get; init; }

    /// <summary>When its sending was decided; null for a draft.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether the incident ended since.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether watchers were told that it counts as delivered.</summary>
    public bool IsToldDelivered { get; init; }

    /// <summary>Its state.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public CanvassState State => IsClosed ? CanvassState.Closed : SentAt is null ? CanvassState.Draft : CanvassState.Sent;
}
