using System.ComponentModel.DataAnnotations;
using Canvass.Contracts.GeoJson;

namespace Canvass.Gateway.Cameras;

// Describes the body only: CameraFeature reads it, so as to name everything that is wrong at once.
/// <summary>A camera as a GeoJSON Feature.</summary>
public sealed record CameraBody
{
    /// <summary>Always <c>Feature</c>.</summary>
    [Required]
    public string? Type { get; init; }

    /// <summary>The camera's id, 1 to 128 visible characters; where it is given with PUT, that of the path.</summary>
    public string? Id { get; init; }

    /// <summary>Where it stands: a Point.</summary>
    [Required]
    public PointGeometry? Geometry { get; init; }

    /// <summary>What is known of it.</summary>
    [Required]
    public CameraBodyProperties? Properties { get; init; }
}
