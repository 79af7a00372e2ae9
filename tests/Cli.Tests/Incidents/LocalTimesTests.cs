using System.Globalization;
using Canvass.Cli.Commands;
using Canvass.Cli.Incidents.Csv;

namespace Canvass.Cli.Tests.Incidents;

// Atlanta's clocks went forward on 13 March 2016 at 2:00 and back on 6 November 2016 at 2:00 (tz database, America/New_York).
[Trait("Category", "Unit")]
public sealed class LocalTimesTests
{
    private static readonly LocalTimes Atlanta = new("America/New_York", []);

    [Theory]
    [InlineData("01/10/2016 22:00:00", "2016-01-11T03:00:00Z")]
    [InlineData("2016-07-10 22:00", "2016-07-11T02:00:00Z")]
    [InlineData("2016-07-10T22:00:00", "2016-07-11T02:00:00Z")]
    [InlineData("2016-07-10T22:00:00+02:00", "2016-07-10T20:00:00Z")]
    public void Usual_forms_are_read_on_the_citys_clock_or_by_their_offset(string text, string expected)
    {
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Atlanta.Start(text));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Atlanta.End(text));
    }

    [Fact]
    public void Time_that_occurs_twice_is_the_earlier_as_a_start_and_the_later_as_an_end()
    {
        Assert.Equal(DateTimeOffset.Parse("2016-11-06T05:30:00Z", CultureInfo.InvariantCulture), Atlanta.Start("11/06/2016 01:30:00"));
        Assert.Equal(DateTimeOffset.Parse("2016-11-06T06:30:00Z", CultureInfo.InvariantCulture), Atlanta.End("11/06/2016 01:30:00"));
    }

    [Fact]
    public void Time_that_was_skipped_is_taken_as_on_the_clock_before()
    {
        Assert.Equal(DateTimeOffset.Parse("2016-03-13T07:30:00Z", CultureInfo.InvariantCulture), Atlanta.Start("03/13/2016 02:30:00"));
        Assert.Equal(DateTimeOffset.Parse("2016-03-13T07:30:00Z", CultureInfo.InvariantCulture), Atlanta.End("03/13/2016 02:30:00"));
    }

    [Fact]
    public void Day_alone_will_do_for_a_report_but_not_for_a_window()
    {
        Assert.Equal(DateTimeOffset.Parse("2016-01-10T05:00:00Z", CultureInfo.InvariantCulture), Atlanta.TimeOrDay("01/10/2016"));
        Assert.Contains("'01/10/2016' is not a date with a time", Assert.Throws<FormatException>(() => Atlanta.Start("01/10/2016")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13/10/2016 22:00:00")]
    [InlineData("02/30/2016 22:00:00")]
    [InlineData("01/10/2016 24:00:01")]
    [InlineData("noon")]
    public void Text_that_is_no_time_is_refused(string text) => Assert.Throws<FormatException>(() => Atlanta.Start(text));

    [Fact]
    public void Forms_may_be_given()
    {
        var times = new LocalTimes("Europe/Berlin", ["dd.MM.uuuu HH:mm"]);

        Assert.Equal(DateTimeOffset.Parse("2016-07-10T20:00:00Z", CultureInfo.InvariantCulture), times.Start("10.07.2016 22:00"));
        Assert.Throws<FormatException>(() => times.Start("07/10/2016 22:00"));
    }

    [Fact]
    public void Zone_or_form_that_is_none_is_refused()
    {
        Assert.Equal("--time-zone", Assert.Throws<UsageException>(() => new LocalTimes("America/Atlanta", [])).Field);
        Assert.Equal("--date-format", Assert.Throws<UsageException>(() => new LocalTimes("UTC", ["%"])).Field);
    }
}
