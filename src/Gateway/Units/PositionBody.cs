using System.ComponentModel.DataAnnotations;
using Canvass.Geo.Positions;

namespace Canvass.Gateway.Units;

/// <summary>Where a responder was at a moment.</summary>
public sealed record PositionBody
{
    /// <summary>The responder's agency.</summary>
    [Required]
    public string? Agency { get; init; }

    /// <summary>The responder's call sign, unique in the agency.</summary>
    [Required]
    public string? CallSign { get; init; }

    /// <summary>When.</summary>
    [Required]
    public DateTimeOffset? At { get; init; }

    /// <summary>Where: [longitude, latitude] in WGS 84 degrees.</summary>
    [Required]
    public LatLng? Coordinates { get; init; }

    /// <summary>How far off it may be, in metres.</summary>
    public double? AccuracyM { get; init; }

    /// <summary>How fast, in metres a second.</summary>
    public double? SpeedMps { get; init; }

    /// <summary>Which way, degrees clockwise from north, 0 to 360.</summary>
    [Range(0, 360)]
    public double? HeadingDeg { get; init; }

    /// <summary>What the responder is at, in the agency's words.</summary>
    [MaxLength(64)]
    public string? Status { get; init; }
}
