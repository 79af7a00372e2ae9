namespace Canvass.Cli.Cameras;

/// <summary>The fields of a camera that a file's columns can be mapped to.</summary>
internal static class CameraFieldNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All { get; } =
        ["id", "lng", "lat", "name", "tier", "agency", "ownerId", "kind", "bearingDeg", "hfovDeg", "rangeM", "heightM", "retentionHours",
         "recording", "stream", "address"];
}
