using System.Text.Json;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Json;

namespace Canvass.Load.City;

/// <summary>Writes cameras as integrators send them.</summary>
internal static class CameraFeatures
{
    /// <summary>A GeoJSON FeatureCollection in UTF-8.</summary>
    public static byte[] Write(IEnumerable<Camera> cameras) => JsonSerializer.SerializeToUtf8Bytes(
        new { type = "FeatureCollection", features = cameras.Select(Feature) }, GridJson.Options);

    /// <summary>A GeoJSON Feature in UTF-8.</summary>
    public static byte[] Write(Camera camera) => JsonSerializer.SerializeToUtf8Bytes(Feature(camera), GridJson.Options);

    private static object Feature(Camera camera) => new
    {
        type = "Feature",
        id = camera.Key.Id,
        geometry = new { type = "Point", coordinates = new[] { camera.Position.LngDeg, camera.Position.LatDeg } },
        properties = new
        {
            camera.Name,
            camera.Tier,
            camera.Agency,
            ownerId = camera.OwnerKey?.Id,
            camera.Kind,
            camera.BearingDeg,
            camera.HfovDeg,
            camera.RangeM,
            camera.HeightM,
            retentionHours = camera.Retention.TotalHours,
            stream = camera.Stream is { } stream ? new { stream.Protocol, stream.Url } : null,
            camera.Address,
        },
    };
}
