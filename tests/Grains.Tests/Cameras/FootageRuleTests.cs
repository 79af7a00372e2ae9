using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Times;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class FootageRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Noon, Noon.AddHours(1));
    private static readonly TimeSpan Retention = TimeSpan.FromHours(72);

    [Theory]
    [InlineData(0, FootageState.Available)]
    [InlineData(47.99, FootageState.Available)]
    [InlineData(48, FootageState.Expiring)]
    [InlineData(71.99, FootageState.Expiring)]
    [InlineData(72, FootageState.Overwritten)]
    [InlineData(1_000, FootageState.Overwritten)]
    public void Footage_ages_from_the_start_of_the_window(double hoursLater, FootageState expected)
    {
        var footage = FootageRule.Judge(Window, Retention, [], Noon.AddHours(hoursLater));

        Assert.Equal(new(expected, Noon + Retention), footage);
    }

    [Theory]
    [InlineData(-1, 2, FootageState.Gap)]
    [InlineData(0, 1, FootageState.Gap)]
    [InlineData(0.01, 1, FootageState.Available)]
    [InlineData(0, 0.99, FootageState.Available)]
    [InlineData(-5, -1, FootageState.Available)]
    public void An_outage_is_a_gap_where_it_covers_the_whole_window(double fromHours, double toHours, FootageState expected)
    {
        var outage = new Outage(Noon.AddHours(fromHours), Noon.AddHours(toHours));

        Assert.Equal(expected, FootageRule.Judge(Window, Retention, [outage], Noon.AddHours(2)).State);
    }

    [Fact]
    public void An_outage_that_lasts_is_a_gap_for_every_window_after_its_start() =>
        Assert.Equal(FootageState.Gap, FootageRule.Judge(Window, Retention, [new(Noon, null)], Noon.AddHours(2)).State);

    [Theory]
    [InlineData(-2, FootageState.Gap)]
    [InlineData(-0.01, FootageState.Gap)]
    [InlineData(0.5, FootageState.Available)]
    public void Window_that_has_not_begun_has_no_footage_and_one_that_has_not_ended_what_was_recorded(double hoursAfterStart, FootageState expected) =>
        Assert.Equal(expected, FootageRule.Judge(Window, Retention, [], Noon.AddHours(hoursAfterStart)).State);

    [Fact]
    public void Camera_that_was_out_from_the_start_of_a_window_until_now_has_no_footage_of_it() =>
        Assert.Equal(FootageState.Gap, FootageRule.Judge(Window, Retention, [new(Noon, Noon.AddMinutes(40))], Noon.AddMinutes(30)).State);

    [Fact]
    public void A_window_at_the_end_of_the_calendar_is_never_overwritten()
    {
        var window = new TimeWindow(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

        Assert.Equal(new(FootageState.Gap, DateTimeOffset.MaxValue), FootageRule.Judge(window, Retention, [], Noon));
    }

    [Fact]
    public void What_is_overwritten_stays_so_whatever_the_outages() =>
        Assert.Equal(FootageState.Overwritten, FootageRule.Judge(Window, Retention, [new(Noon, null)], Noon.AddHours(72)).State);
}
