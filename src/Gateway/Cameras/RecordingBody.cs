using System.ComponentModel.DataAnnotations;

namespace Canvass.Gateway.Cameras;

/// <summary>What a video-management system says of a camera.</summary>
public sealed record RecordingBody
{
    /// <summary>The camera's id.</summary>
    [Required]
    public string? Id { get; init; }

    /// <summary>Whether it records.</summary>
    [Required]
    public bool? Recording { get; init; }

    /// <summary>Since when; now where nothing is given.</summary>
    public DateTimeOffset? At { get; init; }
}
