using System.ComponentModel.DataAnnotations;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Times;

namespace Canvass.Contracts.Incidents;

// A copy of IncidentReport whose fields may be missing, so that errors can be named by field.
/// <summary>What a source says of an incident. It is the full state: a newer report replaces an older one.</summary>
public sealed record IncidentBody
{
    /// <summary>The reporting system, for example <c>apd-cad</c>; without ':' and '/'.</summary>
    [Required]
    public string? Source { get; init; }

    /// <summary>The incident's number in that system.</summary>
    [Required]
    public string? Number { get; init; }

    /// <summary>The agency that works on it.</summary>
    public string? Agency { get; init; }

    /// <summary>What happened.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>The source's priority, the lower the more urgent.</summary>
    [Range(0, 99)]
    public int? Priority { get; init; }

    /// <summary>Where it stands; <c>active</c> where nothing is given.</summary>
    public IncidentStatus? Status { get; init; }

    /// <summary>Where it happened: a Point with <c>radiusM</c>, or a Polygon.</summary>
    [Required]
    public Geometry? Area { get; init; }

    /// <summary>The radius around a Point in metres; 250 where nothing is given.</summary>
    [Range(10, 5_000)]
    public double? RadiusM { get; init; }

    /// <summary>When it happened or may have; the hour before the report where nothing is given.</summary>
    public WindowBody? Window { get; init; }

    /// <summary>A street address.</summary>
    [MaxLength(500)]
    public string? Address { get; init; }

    /// <summary>When the source made this report; now where nothing is given.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
}
