using Canvass.Contracts.Cameras;
using Canvass.Geo.Positions;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "Unit")]
public sealed class FeatureFileTests
{
    [Fact]
    public async Task A_feature_is_a_camera_with_every_field()
    {
        var rows = await Rows.CollectionAsync(Rows.Feature("\"gdot:cctv_9089\"", "[-84.568096, 33.902472, 310]", """
            "name": "COBB-CAM-006", "tier": "integrated", "agency": "apd", "ownerId": "gdot", "kind": "ptz", "bearingDeg": 180,
            "hfovDeg": 70.5, "rangeM": 60, "heightM": 6, "view": null, "retentionHours": 72, "recording": false,
            "stream": { "protocol": "rtsp", "url": "rtsp://camera.example/1" }, "address": "Austell Rd", "unknown": [1, {}]
            """));

        var camera = Assert.Single(rows).Camera!;
        Assert.Equal(new Camera
        {
            Key = new("gdot:cctv_9089"),
            Name = "COBB-CAM-006",
            Tier = CameraTier.Integrated,
            Agency = "apd",
            OwnerKey = new("gdot"),
            Kind = CameraKind.Ptz,
            Position = new LatLng(33.902472, -84.568096),
            BearingDeg = 180,
            HfovDeg = 70.5,
            RangeM = 60,
            HeightM = 6,
            Retention = TimeSpan.FromHours(72),
            Recording = false,
            Stream = new("rtsp", "rtsp://camera.example/1"),
            Address = "Austell Rd",
        }, camera);
    }

    [Fact]
    public async Task A_feature_gets_the_defaults_where_it_says_nothing()
    {
        var camera = Assert.Single(await Rows.CollectionAsync(Rows.Feature())).Camera!;

        Assert.Equal((90, 40, TimeSpan.FromHours(168)), (camera.HfovDeg, camera.RangeM, camera.Retention));
        Assert.True(camera.Recording);
        Assert.Null(camera.BearingDeg);
        Assert.Equal(CameraKind.Fixed, camera.Kind);
    }

    [Theory]
    [InlineData("17", "17")]
    [InlineData("\"a/b c\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"caméra-Ω-📷\"", "caméra-Ω-📷")]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("[1]", null)]
    public async Task An_id_is_a_text_or_a_number(string id, string? expected)
    {
        var row = Assert.Single(await Rows.CollectionAsync(Rows.Feature(id)));

        Assert.Equal(expected, row.Camera?.Key.Id);
        Assert.Equal(expected is null, row.Errors.ContainsKey("id"));
    }

    [Theory]
    [InlineData("\"rangeM\":\"x\"", "properties.rangeM", "\"x\" is no number")]
    [InlineData("\"rangeM\":\"60\"", "properties.rangeM", "is no number")]
    [InlineData("\"rangeM\":1e999", "properties.rangeM", "1e999")]
    [InlineData("\"rangeM\":0", "properties.rangeM", "out of range")]
    [InlineData("\"rangeM\":1000.001", "properties.rangeM", "1000.001 is out of range")]
    [InlineData("\"bearingDeg\":-0.1", "properties.bearingDeg", "out of range")]
    [InlineData("\"bearingDeg\":360.1", "properties.bearingDeg", "out of range")]
    [InlineData("\"bearingDeg\":\"N\"", "properties.bearingDeg", "is no number")]
    [InlineData("\"hfovDeg\":0", "properties.hfovDeg", "out of range")]
    [InlineData("\"heightM\":{}", "properties.heightM", "is no number")]
    [InlineData("\"retentionHours\":0", "properties.retentionHours", "out of range")]
    [InlineData("\"retentionHours\":1e300", "properties.retentionHours", "out of range")]
    [InlineData("\"retentionHours\":-1e300", "properties.retentionHours", "out of range")]
    [InlineData("\"kind\":\"webcam\"", "properties.kind", "\"webcam\" is unknown: give one of fixed, ptz, dome, panorama, doorbell")]
    [InlineData("\"kind\":1", "properties.kind", "1 is unknown")]
    [InlineData("\"recording\":\"yes\"", "properties.recording", "neither true nor false")]
    [InlineData("\"name\":5", "properties.name", "5 is no text")]
    [InlineData("\"agency\":\"two words\"", "properties.agency", "not an identifier")]
    [InlineData("\"ownerId\":\"\"", "properties.ownerId", "not an identifier")]
    [InlineData("\"stream\":5", "properties.stream", "Neither a URL nor an object")]
    [InlineData("\"stream\":{}", "properties.stream.url", "There is none")]
    [InlineData("\"stream\":{\"url\":7}", "properties.stream.url", "no text")]
    [InlineData("\"stream\":\"ftp://host/secret\"", "properties.stream.url", "Not a stream address")]
    [InlineData("\"view\":5", "properties.view", "no geometry")]
    [InlineData("\"view\":{\"type\":\"Point\"}", "properties.view.type", "give a Polygon")]
    [InlineData("\"view\":{\"type\":\"Polygon\",\"coordinates\":[[1,2]]}", "properties.view.coordinates", "no rings")]
    public async Task A_field_that_is_wrong_is_named(string property, string field, string says)
    {
        var row = Rows.Refuses(await Rows.CollectionAsync(Rows.Feature(properties: $"\"tier\":\"integrated\",{property}")), field, says);

        Assert.Equal("c1", row.Id);
        Assert.DoesNotContain("secret", string.Join(" ", row.Errors.SelectMany(error => error.Value)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"Integrated \"")]
    [InlineData("\"live\"")]
    [InlineData("0")]
    public async Task A_tier_is_never_guessed(string tier) =>
        Rows.Refuses(await Rows.CollectionAsync(Rows.Feature(properties: $"\"tier\":{tier}")), "properties.tier", "integrated, registered");

    [Theory]
    [InlineData("\"rtsp://user:pass@camera.example/1\"")]
    [InlineData("{\"protocol\":\"rtsp\",\"url\":\"rtsp://camera.example\"}")]
    [InlineData("{}")]
    [InlineData("0")]
    public async Task A_registered_camera_with_a_stream_is_refused_whatever_the_stream_is(string stream)
    {
        var rows = await Rows.CollectionAsync(Rows.Feature(properties: $"\"tier\":\"registered\",\"stream\":{stream}"));

        Rows.Refuses(rows, "properties.stream", "never live");
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_row_is_named_at_once()
    {
        var rows = await Rows.CollectionAsync(Rows.Feature("5.5", "[200, 10]", "\"rangeM\":-1,\"kind\":0,\"hfovDeg\":\"a\""));

        Assert.Equal(
            ["geometry.coordinates", "properties.hfovDeg", "properties.kind", "properties.rangeM", "properties.tier"],
            Assert.Single(rows).Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[0, 0]")]
    [InlineData("[180.0001, 0]")]
    [InlineData("[0, -90.0001]")]
    [InlineData("[1]")]
    [InlineData("[]")]
    [InlineData("[\"1\", \"2\"]")]
    [InlineData("[1, 2, \"3\"]")]
    [InlineData("[1e999, 2]")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Coordinates_that_are_no_place_are_refused(string coordinates) => Rows.Refuses(
        await Rows.CollectionAsync(Rows.Feature(coordinates: coordinates)), "geometry.coordinates", ": give ");

    [Theory]
    [InlineData("[180, 90]")]
    [InlineData("[-180, -90]")]
    [InlineData("[0, 0.000001]")]
    [InlineData("[1, 2, 3, 4]")]
    public async Task Coordinates_at_the_edge_are_taken(string coordinates) =>
        Assert.NotNull(Assert.Single(await Rows.CollectionAsync(Rows.Feature(coordinates: coordinates))).Camera);

    [Theory]
    [InlineData("null", "feature", "null is no object")]
    [InlineData("5", "feature", "5 is no object")]
    [InlineData("\"x\"", "feature", "is no object")]
    [InlineData("[]", "feature", "[] is no object")]
    [InlineData("{}", "type", "There is none")]
    [InlineData("{\"type\":\"Point\"}", "type", "\"Point\": give \"Feature\"")]
    [InlineData("{\"type\":\"Feature\",\"id\":1,\"properties\":{}}", "geometry", "no geometry")]
    [InlineData("{\"type\":\"Feature\",\"id\":1,\"geometry\":null}", "geometry", "no geometry")]
    [InlineData("{\"type\":\"Feature\",\"id\":1,\"geometry\":{\"type\":\"MultiPoint\"}}", "geometry.type", "give a Point")]
    [InlineData("{\"type\":\"Feature\",\"id\":1,\"geometry\":{}}", "geometry.type", "No type does not fit")]
    [InlineData("{\"type\":\"Feature\",\"properties\":7}", "properties", "7 is no object")]
    [InlineData("{\"type\":\"Feature\",\"id\":1,\"id\":2}", "feature", "Not JSON")]
    [InlineData("{\"type\":tru}", "feature", "Not JSON")]
    [InlineData("{\"type\":\"Feature\",\"id\":\"\\ud800\"}", "feature", "Unicode")]
    [InlineData("{\"type\":\"Feature\",\"\\ud800\":1}", "feature", "Unicode")]
    public async Task A_broken_feature_is_named_and_the_next_one_is_read(string feature, string field, string says)
    {
        var rows = await Rows.CollectionAsync(feature, Rows.Feature());

        Rows.Refuses([rows[0]], field, says);
        Assert.Equal(2, rows[1].Number);
        Assert.NotNull(rows[1].Camera);
    }

    [Fact]
    public async Task An_id_that_stood_in_the_file_already_is_refused()
    {
        var rows = await Rows.CollectionAsync(Rows.Feature("1"), Rows.Feature("2", "[0,0]"), Rows.Feature("1"), Rows.Feature("2"));

        Assert.Equal([true, false, false, true], rows.Select(row => row.Camera is not null));
        Assert.Contains("row 1 already", rows[2].Errors["id"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_says_no_more_than_can_be_borne()
    {
        var row = Assert.Single(await Rows.CollectionAsync(Rows.Feature($"\"{new string('x', 500_000)}\"")));

        Assert.True(row.Id!.Length < 200);
        Assert.All(row.Errors["id"], message => Assert.True(message.Length < 1_000));
    }
}
