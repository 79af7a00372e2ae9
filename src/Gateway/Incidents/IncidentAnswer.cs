using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Times;

namespace Canvass.Gateway.Incidents;

// Not the contract type: the API answers report and state as one flat object with the area as GeoJSON, and of canvasses only id and state.
/// <summary>An incident as it stands.</summary>
public sealed record IncidentAnswer
{
    /// <summary>Its id, <c>source:number</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The reporting system.</summary>
    public required string Source { get; init; }

    /// <summary>Its number in that system.</summary>
    public required string Number { get; init; }

    /// <summary>The agency that works on it.</summary>
    public string? Agency { get; init; }

    /// <summary>What happened.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>The source's priority, the lower the more urgent.</summary>
    public int? Priority { get; init; }

    /// <summary>Where it stands.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>How it ended; absent while it is open or where nobody said.</summary>
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>Where it happened.</summary>
    public required Geometry Area { get; init; }

    /// <summary>The radius around a Point in metres; absent with a Polygon.</summary>
    public double? RadiusM { get; init; }

    /// <summary>When it happened, or may have.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>A street address.</summary>
    public string? Address { get; init; }

    /// <summary>When the source made the newest report.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the grid first heard of it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was closed; absent while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Its canvasses, in order; empty in lists.</summary>
    public required IReadOnlyList<CanvassAnswerReference> Canvasses { get; init; }

    /// <summary>Writes an incident.</summary>
    public static IncidentAnswer Of(Incident incident)
    {
        var report = incident.Report;
        return new()
        {
            Id = report.Key.Id,
            Source = report.Key.Source,
            Number = report.Key.Number,
            Agency = report.Agency,
            Type = report.Type,
            Priority = report.Priority,
            Status = incident.Status,
            Outcome = incident.Outcome,
            Area = report.Area.Polygon is { } polygon ? Geometry.Of(polygon) : Geometry.Of(report.Area.Centre!.Value),
            RadiusM = report.Area.Polygon is null ? report.Area.RadiusM : null,
            Window = report.Window,
            Address = report.Address,
            ReportedAt = report.ReportedAt,
            CreatedAt = incident.CreatedAt,
            ClosedAt = incident.ClosedAt,
            Canvasses = [.. incident.Canvasses.Select(canvass => new CanvassAnswerReference(canvass.Key, canvass.State))],
        };
    }
}
