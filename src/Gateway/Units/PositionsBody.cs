using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Canvass.Gateway.Units;

/// <summary>Where units are. Each position is read for itself, so that a broken one costs only itself.</summary>
public sealed record PositionsBody
{
    /// <summary>The positions.</summary>
    [Required]
    public IReadOnlyList<JsonElement>? Positions { get; init; }
}
