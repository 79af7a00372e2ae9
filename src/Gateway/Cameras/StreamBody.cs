using System.ComponentModel.DataAnnotations;

namespace Canvass.Gateway.Cameras;

/// <summary>Where a live picture comes from; write-only.</summary>
public sealed record StreamBody
{
    /// <summary><c>rtsp</c>, <c>rtsps</c>, <c>hls</c>, <c>http</c>, <c>https</c> or <c>onvif</c>; by the URL where nothing is given.</summary>
    public string? Protocol { get; init; }

    /// <summary>An absolute URL.</summary>
    [Required]
    public string? Url { get; init; }
}
