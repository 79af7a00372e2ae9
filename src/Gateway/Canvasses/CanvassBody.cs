using System.ComponentModel.DataAnnotations;

namespace Canvass.Gateway.Canvasses;

/// <summary>Asks for a canvass to be drafted.</summary>
public sealed record CanvassBody
{
    /// <summary>A reason code: 1 to 64 letters, digits, '-', '_' and '.'.</summary>
    [Required, MaxLength(64)]
    public string? Reason { get; init; }

    /// <summary>For the colleagues and the log.</summary>
    [MaxLength(2_000)]
    public string? Note { get; init; }
}
