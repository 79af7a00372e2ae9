using System.ComponentModel.DataAnnotations;

namespace Canvass.Gateway.Areas;

/// <summary>A span of time.</summary>
public sealed record WindowBody
{
    /// <summary>Its start.</summary>
    [Required]
    public DateTimeOffset? From { get; init; }

    /// <summary>Its end.</summary>
    [Required]
    public DateTimeOffset? To { get; init; }
}
