using System.ComponentModel.DataAnnotations;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.GeoJson;

namespace Canvass.Gateway.Cameras;

/// <summary>What a source says of a camera.</summary>
public sealed record CameraBodyProperties
{
    /// <summary>What people call it.</summary>
    [MaxLength(200)]
    public string? Name { get; init; }

    /// <summary>On which terms it takes part.</summary>
    [Required]
    public CameraTier? Tier { get; init; }

    /// <summary>The agency whose network it belongs to.</summary>
    public string? Agency { get; init; }

    /// <summary>Who decides about its footage; required of registered cameras. An integrated camera without one is an owner of its own.</summary>
    public string? OwnerId { get; init; }

    /// <summary>How it is built; <c>fixed</c> where nothing is given.</summary>
    public CameraKind? Kind { get; init; }

    /// <summary>The middle of its view, degrees clockwise from north; without, it sees a full disc.</summary>
    [Range(0, 360)]
    public double? BearingDeg { get; init; }

    /// <summary>Its horizontal field of view in degrees, over 0; 90 where nothing is given, a full disc from 360 on.</summary>
    public double? HfovDeg { get; init; }

    /// <summary>How far it sees in metres, over 0; 40 where nothing is given.</summary>
    [Range(0, 1_000)]
    public double? RangeM { get; init; }

    /// <summary>Its height over the ground in metres.</summary>
    public double? HeightM { get; init; }

    /// <summary>Its view, given by hand; wins over bearing, field of view and range.</summary>
    public PolygonGeometry? View { get; init; }

    /// <summary>How long its footage is kept, in hours, over 0; 168 where nothing is given.</summary>
    public double? RetentionHours { get; init; }

    /// <summary>Whether it records at present; true where nothing is given.</summary>
    public bool? Recording { get; init; }

    /// <summary>Where its live picture comes from: integrated cameras only, and never read back.</summary>
    public StreamBody? Stream { get; init; }

    /// <summary>Its street address.</summary>
    [MaxLength(500)]
    public string? Address { get; init; }
}
