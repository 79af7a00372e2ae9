using Canvass.Client.Mapping;
using Canvass.Client.Rows;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "Unit")]
public sealed class CameraMapTests
{
    private static readonly CameraMap Map = new()
    {
        Columns = new Dictionary<string, string> { ["id"] = "cctv_id", ["bearingDeg"] = "dir", ["stream"] = "HLS", ["heightM"] = "h" },
        Constants = new Dictionary<string, string> { ["tier"] = "integrated", ["rangeM"] = "60", ["bearingDeg"] = "W" },
        IdPrefix = "gdot:",
    };

    [Fact]
    public async Task Properties_are_mapped_and_constants_fill_what_is_missing()
    {
        var camera = Assert.Single(await MappedAsync("\"cctv_id\":9089,\"dir\":\"sE\",\"HLS\":\"http://h/a/index.m3u8\",\"h\":\"6.5\",\"tier\":null"))
            .Camera!;

        Assert.Equal(("gdot:9089", 135, 60, 6.5), (camera.Key.Id, camera.BearingDeg, camera.RangeM, camera.HeightM));
        Assert.Equal(new("hls", "http://h/a/index.m3u8"), camera.Stream);
    }

    [Theory]
    [InlineData("\"\"", 270)]
    [InlineData("null", 270)]
    [InlineData("\"n\"", 0)]
    [InlineData("\"NNE\"", 22.5)]
    [InlineData("\"NNW\"", 337.5)]
    [InlineData("\"17.5\"", 17.5)]
    [InlineData("17", 17)]
    public async Task A_direction_is_a_point_of_the_compass_or_degrees(string direction, double expected) =>
        Assert.Equal(expected, Assert.Single(await MappedAsync($"\"cctv_id\":1,\"dir\":{direction}")).Camera!.BearingDeg);

    [Theory]
    [InlineData("\"N/S\"", "no direction")]
    [InlineData("\"north\"", "no direction")]
    [InlineData("[1]", "no number")]
    public async Task A_direction_that_is_none_is_refused(string direction, string says) =>
        Rows.Refuses(await MappedAsync($"\"cctv_id\":1,\"dir\":{direction}"), "properties.bearingDeg", says);

    [Theory]
    [InlineData("rtsp://h/1", "rtsp")]
    [InlineData("RTSPS://h/1", "rtsps")]
    [InlineData("https://h/1.m3u8?token=2", "hls")]
    [InlineData("https://h/1.jpg", "https")]
    [InlineData("http://h/", "http")]
    public async Task A_streams_protocol_is_that_of_its_address(string url, string protocol)
    {
        var feature = Rows.Feature(properties: $"\"tier\":\"integrated\",\"stream\":\"{url}\"");

        var stream = Assert.Single(await Rows.CollectionAsync(feature)).Camera!.Stream!;

        Assert.Equal((protocol, url), (stream.Protocol, stream.Url));
    }

    [Fact]
    public async Task A_blank_direction_without_a_constant_is_no_bearing()
    {
        var map = new CameraMap { Columns = new Dictionary<string, string> { ["bearingDeg"] = "dir" } };

        var rows = await Rows.CsvAsync("id,lng,lat,tier,dir\nc1,1,2,integrated,  \n", map);

        Assert.Null(Assert.Single(rows).Camera!.BearingDeg);
    }

    private static Task<List<CameraRow>> MappedAsync(string properties) => Rows.GeoJsonAsync(
        $$"""{"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{ {{properties}} } }]}""", Map);
}
