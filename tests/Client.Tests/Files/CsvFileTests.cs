using System.Text;
using Canvass.Client.Files;
using Canvass.Contracts.Cameras;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "Unit")]
public sealed class CsvFileTests
{
    private const string Header = "id,lng,lat,tier,bearingDeg,rangeM,recording,stream,name,ownerId\n";

    [Fact]
    public async Task A_row_is_a_camera()
    {
        var rows = await Rows.CsvAsync(
            "\uFEFF" + Header + "c1,-84.39,33.78,Integrated,ssw,60,no,rtsp://camera.example/1,\"Main, \"\"5th\"\"\nnorth\"\r\n\r\nc2,1,2,registered,,,,,,home\r\n");

        var camera = rows[0].Camera!;
        Assert.Equal(("c1", 202.5, 60, false), (camera.Key.Id, camera.BearingDeg, camera.RangeM, camera.Recording));
        Assert.Equal(new("rtsp", "rtsp://camera.example/1"), camera.Stream);
        Assert.Equal("Main, \"5th\"\nnorth", camera.Name);
        Assert.Equal((2, CameraTier.Registered, null), (rows[1].Number, rows[1].Camera!.Tier, rows[1].Camera!.BearingDeg));
    }

    [Theory]
    [InlineData("", "id")]
    [InlineData("\n", "id")]
    [InlineData("name,lng,lat\na,1,2\n", "'id'")]
    [InlineData("id;lng;lat\na;1;2\n", "'id', 'lng', 'lat'")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "'id', 'lng', 'lat'")]
    public async Task A_header_without_the_needed_columns_ends_the_file(string text, string says) =>
        Rows.Refuses(await Rows.CsvAsync(text), "file", says);

    [Theory]
    [InlineData(",1,2,integrated,,,,,", "id", "There is none")]
    [InlineData("a b,1,2,integrated,,,,,", "id", "not an id")]
    [InlineData("c,,2,integrated,,,,,", "lng", "There is none")]
    [InlineData("c,1,,integrated,,,,,", "lat", "There is none")]
    [InlineData("c,x,2,integrated,,,,,", "lng", "'x' is no number")]
    [InlineData("c,1;5,2,integrated,,,,,", "lng", "'1;5' is no number")]
    [InlineData("c,NaN,2,integrated,,,,,", "lng", "'NaN' is no number")]
    [InlineData("c,181,2,integrated,,,,,", "geometry.coordinates", "not on the globe")]
    [InlineData("c,0,0,integrated,,,,,", "geometry.coordinates", "[0, 0]")]
    [InlineData("c,1,2,,,,,,", "properties.tier", "There is none")]
    [InlineData("c,1,2,integrated,N/S,,,,", "properties.bearingDeg", "'N/S' is no direction")]
    [InlineData("c,1,2,integrated,NNNE,,,,", "properties.bearingDeg", "'NNNE' is no direction")]
    [InlineData("c,1,2,integrated,361,,,,", "properties.bearingDeg", "361 is out of range")]
    [InlineData("c,1,2,integrated,,far,,,", "properties.rangeM", "'far' is no number")]
    [InlineData("c,1,2,integrated,,,maybe,,", "properties.recording", "neither true nor false")]
    [InlineData("c,1,2,integrated,,,,camera,", "properties.stream.url", "Not a stream address")]
    [InlineData("c,1,2,registered,,,,rtsp://h/1,,home", "properties.stream", "never live")]
    [InlineData("c,1,2,registered,,,,,,", "properties.ownerId", "needs an owner")]
    [InlineData("c", "lng", "There is none")]
    [InlineData("c,1,2,integrated,,,,,\"a\"b", "row", "quotes do not match")]
    public async Task A_broken_row_is_named_and_the_next_one_is_read(string row, string field, string says)
    {
        var rows = await Rows.CsvAsync($"{Header}{row}\nc2,1,2,integrated,,,,,\n");

        Rows.Refuses([rows[0]], field, says);
        Assert.NotNull(rows[1].Camera);
        Assert.Equal(2, rows[1].Number);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_ends_the_file()
    {
        var rows = await Rows.CsvAsync($"{Header}c1,1,2,integrated,,,,,\nc2,1,2,integrated,,,,,\"{new string('x', 3_000_000)}");

        Assert.NotNull(rows[0].Camera);
        Rows.Refuses(rows[1..], "file", "never closed");
    }

    [Fact]
    public async Task A_row_that_is_not_utf8_is_named()
    {
        using var content = new MemoryStream(Encoding.Latin1.GetBytes($"{Header}c1,1,2,integrated,,,,,Café\nc2,1,2,integrated,,,,,\n"));

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.Csv, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Rows.Refuses([rows[0]], "row", "not UTF-8");
        Assert.NotNull(rows[1].Camera);
    }
}
