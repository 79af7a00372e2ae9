using System.ComponentModel.DataAnnotations;
using Canvass.Contracts.Incidents;

namespace Canvass.Gateway.Incidents;

/// <summary>Says how an incident ended.</summary>
public sealed record CloseBody
{
    /// <summary>How it ended.</summary>
    [Required]
    public IncidentOutcome? Outcome { get; init; }
}
