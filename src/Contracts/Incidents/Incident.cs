using Canvass.Contracts.Canvasses;

namespace Canvass.Contracts.Incidents;

/// <summary>An incident as it stands.</summary>
[GenerateSerializer, Immutable, Alias("canvass.Incident")]
public sealed record Incident
{
    /// <summary>The newest report.</summary>
    [Id(0)]
    public required IncidentReport Report { get; init; }

    /// <summary>Where it stands: the report's status, or closed by a person since.</summary>
    [Id(1)]
    public required IncidentStatus Status { get; init; }

    /// <summary>How it ended; null while it is open or where nobody said.</summary>
    [Id(2)]
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    [Id(3)]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the grid first heard of it.</summary>
    [Id(4)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its canvasses, in order.</summary>
    [Id(6)]
    public IReadOnlyList<CanvassReference> Canvasses { get; init; } = [];
}
