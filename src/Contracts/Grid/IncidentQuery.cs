using Canvass.Contracts.Incidents;
using Canvass.Contracts.Positions;

namespace Canvass.Contracts.Grid;

/// <summary>Which incidents to list.</summary>
[GenerateSerializer, Immutable, Alias("canvass.IncidentQuery")]
public sealed record IncidentQuery
{
    /// <summary>Those whose centre lies in this box; null for all.</summary>
    [Id(0)]
    public BoundingBox? Box { get; init; }

    /// <summary>Those whose window ends at or after this moment; null for all.</summary>
    [Id(1)]
    public DateTimeOffset? From { get; init; }

    /// <summary>Those whose window starts at or before this moment; null for all.</summary>
    [Id(2)]
    public DateTimeOffset? To { get; init; }

    /// <summary>Those that stand so; null for all.</summary>
    [Id(3)]
    public IncidentStatus? Status { get; init; }

    /// <summary>How many at most, 1 to 1,000.</summary>
    [Id(4)]
    public int Limit { get; init; } = 100;

    /// <summary>Where the page before this one ended; null for the first.</summary>
    [Id(5)]
    public string? Cursor { get; init; }
}
