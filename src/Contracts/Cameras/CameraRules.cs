using System.Globalization;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Cameras;

/// <summary>What the grid demands of a camera before it takes it in. Readers call it to name every error at once; the grain calls it
/// again, so that no reader can forget.</summary>
public static class CameraRules
{
    /// <summary>The farthest that a camera can be said to see, in metres.</summary>
    public const double MaxRangeM = 1_000;

    /// <summary>The farthest that a point of a view given by hand may lie from its camera, in metres.</summary>
    public const double MaxViewDistanceM = 2_000;

    private const string OwnerField = "properties.ownerId";

    /// <summary>The longest retention.</summary>
    public static readonly TimeSpan MaxRetention = TimeSpan.FromDays(3_653);

    /// <summary>Names everything that is wrong with a camera's fields (HTTP 400).</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="errors">Where the errors go, by the field's path in a GeoJSON feature.</param>
    public static void Check(Camera camera, FieldErrors errors)
    {
        errors.Require(Identifier.IsValid(camera.Key.Id), "id",
            $"'{camera.Key.Id}' is not an id: give 1 to {Identifier.MaxLength} visible characters without blanks.");
        PositionRules.Check(camera.Position, "geometry.coordinates", errors);
        errors.Require(camera.BearingDeg is null or (>= 0 and <= 360), "properties.bearingDeg",
            Text($"{camera.BearingDeg} is out of range: give degrees clockwise from north, 0 to 360, or leave it out for a full disc."));
        errors.Require(camera.HfovDeg is > 0 and < double.PositiveInfinity, "properties.hfovDeg",
            Text($"{camera.HfovDeg} is out of range: give degrees over 0; 360 means a full disc."));
        errors.Require(camera.RangeM is > 0 and <= MaxRangeM, "properties.rangeM",
            Text($"{camera.RangeM} is out of range: give metres over 0 and at most {MaxRangeM}."));
        errors.Require(camera.HeightM is null or (>= -500 and <= 1_000), "properties.heightM",
            Text($"{camera.HeightM} is out of range: give metres over the ground, -500 to 1000."));
        errors.Require(camera.Retention > TimeSpan.Zero && camera.Retention <= MaxRetention, "properties.retentionHours",
            Text($"{camera.Retention.TotalHours} is out of range: give hours over 0 and at most {MaxRetention.TotalHours}."));
        errors.Require(Enum.IsDefined(camera.Tier), "properties.tier", "Unknown tier: give 'integrated' or 'registered'.");
        errors.Require(Enum.IsDefined(camera.Kind), "properties.kind",
            "Unknown kind: give 'fixed', 'ptz', 'dome', 'panorama' or 'doorbell'.");
        TextRules.CheckIdentifier(camera.Agency, "properties.agency", errors);
        TextRules.CheckIdentifier(camera.OwnerKey?.Id, OwnerField, errors);
        TextRules.CheckLength(camera.Name, 200, "properties.name", errors);
        TextRules.CheckLength(camera.Address, 500, "properties.address", errors);
        CheckView(camera, errors);
        CheckStream(camera.Stream, errors);
    }

    /// <summary>Checks what is well formed but against the domain's rules (HTTP 422): a registered camera has an owner and no stream.</summary>
    public static void CheckTier(Camera camera, FieldErrors errors)
    {
        if (camera.Tier != CameraTier.Registered)
        {
            return;
        }

        errors.Require(camera.OwnerKey is not null, OwnerField,
            "A registered camera needs an owner, who decides about its footage: give the household's or business's id as 'ownerId'.");
        errors.Require(camera.Stream is null, "properties.stream",
            "A registered camera is never live: leave 'stream' out, or register it as tier 'integrated'.");
    }

    private static void CheckView(Camera camera, FieldErrors errors)
    {
        if (camera.ViewPolygon is not { } polygon || !PositionRules.IsInRange(camera.Position))
        {
            return;
        }

        PositionRules.Check(polygon, "properties.view", errors);
        var plane = new LocalPlane(camera.Position);
        var distance = polygon.Rings.SelectMany(ring => ring).Max(corner => plane.ToPlane(corner).DistanceTo(default));
        errors.Require(distance <= MaxViewDistanceM, "properties.view",
            Text($"A corner lies {distance:F0} m from the camera: keep the view within {MaxViewDistanceM} m of it."));
    }

    private static void CheckStream(StreamAddress? stream, FieldErrors errors)
    {
        if (stream is null)
        {
            return;
        }

        errors.Require(stream.Url.Length <= 2_048 && Uri.TryCreate(stream.Url, UriKind.Absolute, out var url)
            && url.Scheme is ("rtsp" or "rtsps" or "http" or "https"), "properties.stream.url",
            "Not a stream address: give an absolute rtsp, rtsps, http or https URL of at most 2048 characters.");
        errors.Require(stream.Protocol is "rtsp" or "rtsps" or "hls" or "http" or "https" or "onvif", "properties.stream.protocol",
            $"Unknown protocol '{stream.Protocol}': give 'rtsp', 'rtsps', 'hls', 'http', 'https' or 'onvif'.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
