using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Cameras;

/// <summary>What a video-management system says of a camera: it records, or it does not, since a moment.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Recording">Whether it records.</param>
/// <param name="At">Since when.</param>
[GenerateSerializer, Immutable, Alias("canvass.RecordingReport")]
public readonly record struct RecordingReport(
    [property: Id(0)] CameraKey Camera, [property: Id(1)] bool Recording, [property: Id(2)] DateTimeOffset At);
