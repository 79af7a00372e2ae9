using System.ComponentModel.DataAnnotations;

namespace Canvass.Gateway.Incidents;

/// <summary>What happened, in the words of the source.</summary>
public sealed record IncidentTypeBody
{
    /// <summary>The code.</summary>
    [Required, MaxLength(128)]
    public string? Code { get; init; }

    /// <summary>Which list the code is from.</summary>
    [MaxLength(128)]
    public string? Scheme { get; init; }

    /// <summary>For people.</summary>
    [MaxLength(500)]
    public string? Text { get; init; }
}
