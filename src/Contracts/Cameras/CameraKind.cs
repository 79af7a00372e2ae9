namespace Canvass.Contracts.Cameras;

/// <summary>How a camera is built.</summary>
[GenerateSerializer, Alias("canvass.CameraKind")]
public enum CameraKind
{
    /// <summary>Looks one way.</summary>
    Fixed,

    /// <summary>Pans, tilts and zooms.</summary>
    Ptz,

    /// <summary>Under a dome.</summary>
    Dome,

    /// <summary>Sees a wide or full circle.</summary>
    Panorama,

    /// <summary>At a door bell.</summary>
    Doorbell,
}
