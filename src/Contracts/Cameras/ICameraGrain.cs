using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Cameras;

/// <summary>One camera; its key is a <see cref="CameraKey"/>. Every command is idempotent.</summary>
[Alias("canvass.ICameraGrain"), GrainInterfaceType("Canvass.Contracts.Cameras.ICameraGrain")]
public interface ICameraGrain : IGrainWithStringKey
{
    /// <summary>Creates or replaces the camera. When it returns, the registry holds it and coverage knows it.</summary>
    /// <exception cref="RefusedException">A field is wrong, the key is not the grain's, or a registered camera has a stream or no owner.</exception>
    [Alias("Put")]
    Task<PutOutcome> PutAsync(Camera camera);

    /// <summary>The camera, without its stream address; null where it is unknown or registered: those are read back by nobody.</summary>
    [Alias("Get")]
    Task<Camera?> GetAsync();

    /// <summary>Takes the camera out of the registry and of coverage; false where it was not there.</summary>
    [Alias("Remove")]
    Task<bool> RemoveAsync();

    /// <summary>Notes that the camera records, or does not, since a moment; false where the camera is unknown.</summary>
    /// <param name="recording">Whether it records.</param>
    /// <param name="at">Since when; a report older than the last one changes nothing.</param>
    [Alias("ReportRecording")]
    Task<bool> ReportRecordingAsync(bool recording, DateTimeOffset at);
}
