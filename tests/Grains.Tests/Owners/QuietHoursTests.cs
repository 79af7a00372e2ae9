using Canvass.Grains.Owners;

namespace Canvass.Grains.Tests.Owners;

[Trait("Category", "Unit")]
public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-01-15T20:59:59-05:00", "2026-01-15T20:59:59-05:00")]
    [InlineData("2026-01-15T21:00:00-05:00", "2026-01-16T08:00:00-05:00")]
    [InlineData("2026-01-16T03:00:00-05:00", "2026-01-16T08:00:00-05:00")]
    [InlineData("2026-01-16T08:00:00-05:00", "2026-01-16T08:00:00-05:00")]
    [InlineData("2026-03-07T23:00:00-05:00", "2026-03-08T08:00:00-04:00")]
    [InlineData("2026-10-31T23:00:00-04:00", "2026-11-01T08:00:00-05:00")]
    public void Moment_in_quiet_hours_moves_to_their_end_in_local_time(string moment, string expected)
    {
        Assert.True(QuietHours.TryParse("21:00-08:00", out var hours));

        Assert.Equal(DateTimeOffset.Parse(expected, null), hours.NextOutside(DateTimeOffset.Parse(moment, null), NewYork));
    }

    [Fact]
    public void End_that_the_clock_skips_moves_an_hour_on()
    {
        Assert.True(QuietHours.TryParse("22:00-02:30", out var hours));

        Assert.Equal(
            DateTimeOffset.Parse("2026-03-08T03:30:00-04:00", null),
            hours.NextOutside(DateTimeOffset.Parse("2026-03-08T01:00:00-05:00", null), NewYork));
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("12:00-13:30", true)]
    [InlineData("21-08", false)]
    [InlineData("21:00", false)]
    [InlineData("25:00-08:00", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Text_is_read_or_refused(string? text, bool isRead) => Assert.Equal(isRead, QuietHours.TryParse(text, out _));
}
