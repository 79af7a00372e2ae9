using System.Text.Json;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Keys;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Tests.Json;

[Trait("Category", "Unit")]
public sealed class GridJsonTests
{
    [Fact]
    public void Values_are_written_as_the_field_writes_them()
    {
        Assert.Equal("[-84.5,33.25]", Write(new LatLng(33.25, -84.5)));
        Assert.Equal("\"apd-cad:17\"", Write(new IncidentKey("apd-cad", "17")));
        Assert.Equal("\"nothingFound\"", Write(IncidentOutcome.NothingFound));
        Assert.Equal("\"2026-05-17T10:00:00.5Z\"", Write(new DateTimeOffset(2026, 5, 17, 12, 0, 0, 500, TimeSpan.FromHours(2))));
        Assert.Equal("\"5-9\"", Write(Bucket.OfCell(7)));
    }

    [Theory]
    [InlineData("\"2026-05-17T10:00:00\"")]
    [InlineData("\"2026-05-17\"")]
    [InlineData("1234567")]
    [InlineData("\"soon\"")]
    public void A_time_without_an_offset_is_refused_for_it_means_another_moment_on_every_machine(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, GridJson.Options));

    [Theory]
    [InlineData("[1]")]
    [InlineData("[1,\"2\"]")]
    [InlineData("{}")]
    public void A_position_is_two_numbers(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LatLng>(json, GridJson.Options));

    [Fact]
    public void A_height_is_read_over() =>
        Assert.Equal(new LatLng(2, 1), JsonSerializer.Deserialize<LatLng>("[1,2,3]", GridJson.Options));

    [Fact]
    public void An_incident_report_round_trips()
    {
        var at = new DateTimeOffset(2026, 5, 17, 10, 0, 0, TimeSpan.Zero);
        var report = new IncidentReport
        {
            Key = new("cad", "1"),
            Agency = "apd",
            Type = new("LARCENY", "apd-ucr", "Larceny from vehicle"),
            Priority = 3,
            Area = IncidentArea.Circle(new(33.78, -84.38), 100),
            Window = new(at.AddHours(-1), at),
            ReportedAt = at,
        };

        Assert.Equal(report, JsonSerializer.Deserialize<IncidentReport>(Write(report), GridJson.Options));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, GridJson.Options);
}
