using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class CameraRulesTests
{
    private static readonly Camera Good = new() { Key = new("a"), Tier = CameraTier.Integrated, Position = new(33.78, -84.38) };

    public static TheoryData<string, Camera> Refused => new()
    {
        { "id", Good with { Key = new("two words") } },
        { "geometry.coordinates", Good with { Position = new(0, 0) } },
        { "geometry.coordinates", Good with { Position = new(90.01, 0) } },
        { "geometry.coordinates", Good with { Position = new(0, -180.01) } },
        { "geometry.coordinates", Good with { Position = new(double.NaN, 1) } },
        { "properties.rangeM", Good with { RangeM = 0 } },
        { "properties.rangeM", Good with { RangeM = 1_000.1 } },
        { "properties.rangeM", Good with { RangeM = double.NaN } },
        { "properties.bearingDeg", Good with { BearingDeg = 360.1 } },
        { "properties.bearingDeg", Good with { BearingDeg = -1 } },
        { "properties.hfovDeg", Good with { HfovDeg = 0 } },
        { "properties.hfovDeg", Good with { HfovDeg = double.PositiveInfinity } },
        { "properties.retentionHours", Good with { Retention = TimeSpan.Zero } },
        { "properties.retentionHours", Good with { Retention = TimeSpan.FromDays(3_654) } },
        { "properties.heightM", Good with { HeightM = 1_001 } },
        { "properties.ownerId", Good with { OwnerKey = new("two words") } },
        { "properties.agency", Good with { Agency = "" } },
        { "properties.name", Good with { Name = new string('n', 201) } },
        { "properties.name", Good with { Name = "bell\a" } },
        { "properties.address", Good with { Address = new string('a', 501) } },
        { "properties.stream.url", Good with { Stream = new("rtsp", "not a url") } },
        { "properties.stream.url", Good with { Stream = new("rtsp", "file:///etc/passwd") } },
        { "properties.stream.protocol", Good with { Stream = new("gopher", "rtsp://a.invalid/1") } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_is_named_by_field(string field, Camera camera)
    {
        var errors = new FieldErrors();
        CameraRules.Check(camera, errors);

        Assert.Equal([field], errors.ToDictionary().Keys);
    }

    [Fact]
    public void A_registered_camera_has_an_owner_and_no_stream()
    {
        var errors = new FieldErrors();
        CameraRules.CheckTier(Good with { Tier = CameraTier.Registered, Stream = new("rtsp", "rtsp://a.invalid/1") }, errors);
        Assert.Equal(["properties.ownerId", "properties.stream"], errors.ToDictionary().Keys);

        CameraRules.CheckTier(Good with { Stream = new("rtsp", "rtsp://a.invalid/1") }, errors = new());
        CameraRules.CheckTier(Good with { Tier = CameraTier.Registered, OwnerKey = new("home") }, errors);
        Assert.True(errors.IsEmpty);
    }

    [Fact]
    public void The_edges_are_accepted()
    {
        Camera[] edges =
        [
            Good with { RangeM = 1_000, BearingDeg = 0, HfovDeg = 720 },
            Good with { BearingDeg = 360, Position = new(-90, 180), Retention = TimeSpan.FromDays(3_653) },
            Good with { Position = new(0, 1), HeightM = -500 },
            Good with { Position = new(1, 0), Name = new string('n', 200) },
        ];
        foreach (var camera in edges)
        {
            var errors = new FieldErrors();
            CameraRules.Check(camera, errors);
            Assert.True(errors.IsEmpty, string.Join(' ', errors.ToDictionary().Keys));
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "<5")]
    [InlineData(4, "<5")]
    [InlineData(5, "5-9")]
    [InlineData(9, "5-9")]
    [InlineData(10, "10-19")]
    [InlineData(19, "10-19")]
    [InlineData(20, "20-49")]
    [InlineData(49, "20-49")]
    [InlineData(50, "50+")]
    public void Counts_are_told_in_buckets_that_hold_them(int count, string bucket)
    {
        Assert.Equal(bucket, Bucket.OfCell(count).Text);
        Assert.InRange(count, Bucket.OfCell(count).Range().Low, Bucket.OfCell(count).Range().High);
    }

    [Fact]
    public void View_with_too_many_corners_is_refused_by_count_and_limit()
    {
        var corners = Enumerable.Range(0, 500).Select(i => i * Math.PI / 250)
            .Select(angle => new LatLng(33.78 + (0.0003 * Math.Sin(angle)), -84.38 + (0.0003 * Math.Cos(angle)))).ToList();
        Assert.True(Polygon.TryCreate([[.. corners, corners[0]]], out var polygon, out var error), error);
        var errors = new FieldErrors();

        CameraRules.Check(Good with { Position = new(33.78, -84.38), ViewPolygon = polygon }, errors);
        IncidentArea.Of(polygon).Check(errors);

        Assert.Equal(["area", "properties.view"], errors.ToDictionary().Keys.Order());
        Assert.All(errors.ToDictionary().Values, messages => Assert.Contains("501 positions are too many: simplify the polygon to 500", messages[0], StringComparison.Ordinal));
    }
}
