using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Times;

namespace Canvass.Grains.Canvasses;

/// <summary>What is stored of a canvass; its asks are rows of their own. Immutable.</summary>
public sealed record CanvassRecord
{
    /// <summary>Its state.</summary>
    public CanvassState State { get; init; }

    /// <summary>The reason code.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The note.</summary>
    public string? Note { get; init; }

    /// <summary>The area, as it was reported when the canvass was drafted: owners are asked about what a person reviewed, whatever is reported
    /// since.</summary>
    public IncidentArea Area { get; init; } = IncidentArea.Circle(default);

    /// <summary>The window, as it was reported when the canvass was drafted.</summary>
    public TimeWindow Window { get; init; }

    /// <summary>Whether the incident is so urgent that its asks pass quiet hours.</summary>
    public bool PassesQuietHours { get; init; }

    /// <summary>When it was drafted.</summary>
    public DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether parts of the grid did not answer while it was drafted.</summary>
    public bool Partial { get; init; }

    /// <summary>The owners of integrated cameras, soonest overwritten first; emptied when their asks are worked out.</summary>
    public IReadOnlyList<AskDraft> Integrated { get; init; } = [];

    /// <summary>The integrated part of the draft, as it was reviewed.</summary>
    public IntegratedAsked Drafted { get; init; }

    /// <summary>The integrated part of the asks; null before the canvass is sent.</summary>
    public IntegratedAsked? Asked { get; init; }

    /// <summary>The published buckets of the cells that the area touches.</summary>
    public IReadOnlyList<RegisteredCount> Homes { get; init; } = [];

    /// <summary>How many homes the area is expected to hold.</summary>
    public ExpectedHomes Expected { get; init; }

    /// <summary>The rules of policy that applied when it was drafted.</summary>
    public IReadOnlyList<PolicyNote> Policy { get; init; } = [];

    /// <summary>Whether its asks were worked out and handed to their owners.</summary>
    public bool IsWorkedOut { get; init; }

    /// <summary>How many owners shared.</summary>
    public int Shared { get; init; }

    /// <summary>How many clips they shared.</summary>
    public int Clips { get; init; }
}
