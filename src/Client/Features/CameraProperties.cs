using Canvass.Contracts.Cameras;
using Canvass.Contracts.GeoJson;

namespace Canvass.Client.Features;

/// <summary>What is known of a camera, as properties of a GeoJSON Feature. There is no stream address in it, so that none
/// can be read back; ids and positions stand elsewhere in the Feature.</summary>
public sealed record CameraProperties
{
    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>On which terms it takes part.</summary>
    public required CameraTier Tier { get; init; }

    /// <summary>The agency whose network it belongs to.</summary>
    public string? Agency { get; init; }

    /// <summary>Who decides about its footage.</summary>
    public string? OwnerId { get; init; }

    /// <summary>How it is built.</summary>
    public required CameraKind Kind { get; init; }

    /// <summary>The middle of its view, degrees clockwise from north; absent where it sees a full disc.</summary>
    public double? BearingDeg { get; init; }

    /// <summary>Its horizontal field of view in degrees.</summary>
    public required double HfovDeg { get; init; }

    /// <summary>How far it sees, in metres.</summary>
    public required double RangeM { get; init; }

    /// <summary>Its height over the ground in metres.</summary>
    public double? HeightM { get; init; }

    /// <summary>Its view, where given by hand.</summary>
    public PolygonGeometry? View { get; init; }

    /// <summary>How long its footage is kept, in hours.</summary>
    public required double RetentionHours { get; init; }

    /// <summary>Whether it records at present.</summary>
    public required bool Recording { get; init; }

    /// <summary>Its street address.</summary>
    public string? Address { get; init; }

    /// <summary>The properties of a camera.</summary>
    public static CameraProperties Of(Camera camera) => new()
    {
        Name = camera.Name,
        Tier = camera.Tier,
        Agency = camera.Agency,
        OwnerId = camera.OwnerKey?.Id,
        Kind = camera.Kind,
        BearingDeg = camera.BearingDeg,
        HfovDeg = camera.HfovDeg,
        RangeM = camera.RangeM,
        HeightM = camera.HeightM,
        View = camera.ViewPolygon is { } polygon ? PolygonGeometry.Of(polygon) : null,
        RetentionHours = camera.Retention.TotalHours,
        Recording = camera.Recording,
        Address = camera.Address,
    };
}
