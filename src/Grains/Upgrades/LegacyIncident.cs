using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Times;

namespace Canvass.Grains.Upgrades;

/// <summary>The state of an incident as versions before the tables of asks stored it: with its canvasses, their asks and its timeline inside.</summary>
internal sealed record LegacyIncident
{
    public IncidentReport? Report { get; init; }

    public IncidentStatus Status { get; init; }

    public IncidentOutcome? Outcome { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Revision { get; init; }

    public IReadOnlyList<LegacyCanvass> Canvasses { get; init; } = [];

    public IReadOnlyList<IncidentEvent> Timeline { get; init; } = [];
}

/// <summary>A canvass inside a <see cref="LegacyIncident"/>.</summary>
internal sealed record LegacyCanvass
{
    public int Ordinal { get; init; }

    public CanvassState State { get; init; }

    public string Reason { get; init; } = "";

    public string? Note { get; init; }

    public string? CommandId { get; init; }

    public TimeWindow Window { get; init; }

    public DateTimeOffset DraftedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public bool Partial { get; init; }

    public IReadOnlyList<LegacyAsk> Asks { get; init; } = [];
}

/// <summary>An ask inside a <see cref="LegacyCanvass"/>.</summary>
internal sealed record LegacyAsk
{
    public OwnerKey Owner { get; init; }

    public IReadOnlyList<CameraKey> Cameras { get; init; } = [];

    public int Integrated { get; init; }

    public DateTimeOffset FirstOverwriteAt { get; init; }

    public DateTimeOffset? FirstIntegratedOverwriteAt { get; init; }

    public DateTimeOffset LastOverwriteAt { get; init; }

    /// <summary>One of <c>drafted</c>, <c>pending</c>, <c>delivered</c>, <c>withdrawing</c> and <c>withdrawn</c>.</summary>
    public string State { get; init; } = "drafted";
}
