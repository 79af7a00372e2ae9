using Canvass.Contracts.Cameras;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Grains.Tests.Running;

/// <summary>Cameras and incidents to test with.</summary>
internal static class Samples
{
    public static readonly LatLng Midtown = new(33.78014, -84.38747);

    public static Camera Integrated(string id, LatLng? position = null) => new()
    {
        Key = new(id),
        Name = $"camera {id}",
        Tier = CameraTier.Integrated,
        Agency = "apd",
        OwnerKey = new OwnerKey($"owner-of-{id}"),
        Position = position ?? Midtown,
    };

    public static Camera Registered(string id, LatLng? position = null) => Integrated(id, position) with
    {
        Tier = CameraTier.Registered,
        Kind = CameraKind.Doorbell,
        Address = $"{id} Peachtree St NE",
    };

    /// <summary>Metres north and east of Midtown, near enough for tests.</summary>
    public static LatLng Near(double northM, double eastM) =>
        new(Midtown.LatDeg + (northM / 110_916), Midtown.LngDeg + (eastM / 92_600));

    public static IncidentReport Report(string number, DateTimeOffset reportedAt, double radiusM = 250) => new()
    {
        Key = new("test", number),
        Agency = "apd",
        Area = IncidentArea.Circle(Midtown, radiusM),
        Window = new(reportedAt.AddHours(-1), reportedAt),
        ReportedAt = reportedAt,
    };

    public static Polygon Square(double south, double west, double sizeDeg)
    {
        LatLng[] ring =
        [
            new(south, west), new(south, west + sizeDeg), new(south + sizeDeg, west + sizeDeg), new(south + sizeDeg, west), new(south, west),
        ];
        return Polygon.TryCreate([ring], out var polygon, out var error) ? polygon! : throw new InvalidOperationException(error);
    }
}
