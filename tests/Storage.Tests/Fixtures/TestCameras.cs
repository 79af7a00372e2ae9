using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Grains.Registry;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>Cameras to store.</summary>
internal static class TestCameras
{
    public static CameraState Camera(
        string id, int[]? cells = null, CameraTier tier = CameraTier.Integrated, double latDeg = 33.75, double lngDeg = -84.39, string? name = null) =>
        new()
        {
            Camera = new Camera
            {
                Key = new(id),
                Name = name ?? $"Camera {id}",
                Tier = tier,
                Agency = "apd",
                OwnerKey = new OwnerKey("gdot"),
                Kind = CameraKind.Dome,
                Position = new LatLng(latDeg, lngDeg),
                BearingDeg = 180,
                Retention = TimeSpan.FromHours(72),
                Stream = tier == CameraTier.Integrated ? new StreamAddress("rtsp", "rtsp://user:secret@example.org/1") : null,
                Address = "Peachtree Street",
            },
            Home = H3Index.LatLngToCell(new(latDeg, lngDeg), 9),
            Cells = [.. (cells ?? [1]).Order().Select(Cells.Cell)],
            Outages = [new(DateTimeOffset.UnixEpoch, null)],
            RecordingReportedAt = DateTimeOffset.UnixEpoch.AddTicks(1),
        };

    /// <summary>Asserts that two states are the same, list by list.</summary>
    public static void AssertSame(CameraState? expected, CameraState? actual)
    {
        Assert.NotNull(expected);
        Assert.NotNull(actual);
        Assert.Equal(expected.Cells, actual.Cells);
        Assert.Equal(expected.Outages, actual.Outages);
        Assert.Equal(expected with { Cells = [], Outages = [] }, actual with { Cells = [], Outages = [] });
    }
}
