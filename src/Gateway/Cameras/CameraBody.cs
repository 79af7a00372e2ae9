using System.ComponentModel.DataAnnotations;
using Canvass.Client.Files;

namespace Canvass.Gateway.Cameras;

/// <summary>A camera as a GeoJSON Feature. This is its described shape; <see cref="CameraFeature"/> reads it and names all errors at once.</summary>
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
