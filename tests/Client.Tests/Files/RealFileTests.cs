using Canvass.Client.Files;
using Canvass.Client.Mapping;
using Canvass.Running;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "RealData")]
public sealed class RealFileTests
{
    [Fact]
    public async Task Georgias_traffic_cameras_are_read_but_for_the_nine_at_nowhere()
    {
        await using var content = File.OpenRead(RealFiles.Path("atlanta/cameras-gdot.geojson"));
        var map = new CameraMap
        {
            Columns = new Dictionary<string, string> { ["id"] = "cctv_id", ["bearingDeg"] = "dir", ["stream"] = "RTSP", ["address"] = "location_description" },
            Constants = new Dictionary<string, string> { ["tier"] = "integrated", ["ownerId"] = "gdot" },
            IdPrefix = "gdot:",
        };

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.GeoJson, map, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3_216, rows.Count);
        var refused = rows.Where(row => row.Camera is null).ToList();
        Assert.Equal(9, refused.Count);
        Assert.All(refused, row => Assert.Equal(["geometry.coordinates"], row.Errors.Keys));
        Assert.Equal(("gdot:cctv_9089", 180), (rows[0].Camera!.Key.Id, rows[0].Camera!.BearingDeg));
        Assert.Equal(1_409, rows.Count(row => row.Camera?.Stream is not null));
    }

    [Fact]
    public async Task Baltimores_police_cameras_are_read()
    {
        await using var content = File.OpenRead(RealFiles.Path("baltimore/cameras.csv"));
        var map = new CameraMap
        {
            Columns = new Dictionary<string, string> { ["lng"] = "Longitude", ["lat"] = "Latitude", ["name"] = "CameraName" },
            Constants = new Dictionary<string, string> { ["tier"] = "integrated" },
            IdPrefix = "bpd:",
        };

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.Csv, map, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(614, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.Camera));
        Assert.Equal("bpd:277", rows[0].Camera!.Key.Id);
    }
}
