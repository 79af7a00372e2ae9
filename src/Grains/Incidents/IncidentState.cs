using Canvass.Contracts.Incidents;

namespace Canvass.Grains.Incidents;

/// <summary>What is stored of an incident; its events are rows of their own. Immutable.</summary>
public sealed record IncidentState
{
    /// <summary>The newest report; null if the grid has never heard of the incident.</summary>
    public IncidentReport? Report { get; init; }

    /// <summary>When the grid first heard of it.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its status.</summary>
    public IncidentStatus Status { get; init; }

    /// <summary>How it ended.</summary>
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>One more with every change that lists show.</summary>
    public long Revision { get; init; }

    /// <summary>The sequence number of its last event; 0 if there is none.</summary>
    public long LastEvent { get; init; }

    /// <summary>The ordinal of its last canvass; 0 if there is none.</summary>
    public int LastCanvass { get; init; }

    /// <summary>Its canvasses by ordinal.</summary>
    public IReadOnlyList<CanvassEntry> Canvasses { get; init; } = [];
}
