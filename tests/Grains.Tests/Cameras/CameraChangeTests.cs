using Canvass.Contracts.Cameras;
using Canvass.Grains.Cameras;
using Canvass.Grains.Registry;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class CameraChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_description_that_repeats_itself_changes_nothing()
    {
        var known = State(recording: true);

        Assert.Null(CameraChange.Describe(known, State(recording: true), Now));
    }

    [Fact]
    public void A_repeated_description_does_not_end_an_outage_that_was_reported()
    {
        var silent = CameraChange.Report(State(recording: true), recording: false, Now, Now)!;

        Assert.Null(CameraChange.Describe(silent, State(recording: true), Now.AddDays(1)));
        var renamed = CameraChange.Describe(silent, State(recording: true, name: "other"), Now.AddDays(1))!;
        Assert.Equal([new Outage(Now, null)], renamed.Outages);
    }

    [Fact]
    public void A_camera_that_is_first_known_not_to_record_never_recorded()
    {
        var state = CameraChange.Describe(null, State(recording: false), Now)!;

        Assert.Equal([new Outage(DateTimeOffset.MinValue, null)], state.Outages);
        Assert.False(CameraChange.ForAnswer(state).Recording);
    }

    [Fact]
    public void A_description_that_changes_recording_begins_and_ends_an_outage()
    {
        var off = CameraChange.Describe(State(recording: true), State(recording: false), Now)!;
        var on = CameraChange.Describe(off, State(recording: true), Now.AddHours(1))!;

        Assert.Equal([new Outage(Now, null)], off.Outages);
        Assert.Equal([new Outage(Now, Now.AddHours(1))], on.Outages);
    }

    [Fact]
    public void Reports_that_are_older_than_the_last_change_nothing()
    {
        var silent = CameraChange.Report(State(recording: true), recording: false, Now, Now)!;

        Assert.Null(CameraChange.Report(silent, recording: true, Now.AddSeconds(-1), Now));
        Assert.Null(CameraChange.Report(silent, recording: true, Now, Now));
    }

    [Fact]
    public void Outages_that_retention_has_overwritten_are_forgotten()
    {
        var state = State(recording: true) with { Outages = [new(Now.AddDays(-30), Now.AddDays(-20))] };

        var silent = CameraChange.Report(state, recording: false, Now, Now)!;

        Assert.Equal([new Outage(Now, null)], silent.Outages);
    }

    [Fact]
    public void A_report_from_the_future_counts_from_now_and_shuts_out_no_later_one()
    {
        var silent = CameraChange.Report(State(recording: true), recording: false, Now.AddYears(100), Now)!;
        var back = CameraChange.Report(silent, recording: true, Now.AddMinutes(1), Now.AddMinutes(1))!;

        Assert.Equal([new Outage(Now, null)], silent.Outages);
        Assert.Equal([new Outage(Now, Now.AddMinutes(1))], back.Outages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_report_under_a_clock_that_ran_ahead_shuts_out_none_once_the_clock_is_set_right(bool recording)
    {
        var ahead = Now.AddDays(30);
        var silent = CameraChange.Report(State(recording: true), recording: false, ahead, ahead)!;

        var next = CameraChange.Report(silent, recording, Now.AddSeconds(-1), Now)!;

        Assert.Equal(Now.AddSeconds(-1), next.RecordingReportedAt);
        Assert.Equal(recording, CameraChange.ForAnswer(next).Recording);
        Assert.All(next.Outages, outage => Assert.True(outage.From <= Now && (outage.To ?? Now) <= Now));
        Assert.NotNull(CameraChange.Report(next, !recording, Now, Now));
    }

    [Fact]
    public void Outages_of_a_clock_that_ran_ahead_end_now_or_are_left_out()
    {
        var state = State(recording: true) with
        {
            Outages = [new(Now.AddHours(-2), Now.AddDays(30)), new(Now.AddDays(31), Now.AddDays(32))],
            RecordingReportedAt = Now.AddDays(32),
        };

        var silent = CameraChange.Report(state, recording: false, Now, Now)!;

        Assert.Equal([new Outage(Now.AddHours(-2), Now), new Outage(Now, null)], silent.Outages);
    }

    [Fact]
    public void A_known_report_within_the_allowed_skew_stands()
    {
        var silent = CameraChange.Report(State(recording: true), recording: false, Now.AddMinutes(5), Now.AddMinutes(5))!;

        Assert.Null(CameraChange.Report(silent, recording: true, Now, Now));
        Assert.NotNull(CameraChange.Report(silent, recording: true, Now.AddTicks(-1), Now.AddTicks(-1)));
    }

    [Fact]
    public void Of_a_camera_that_flaps_the_last_outages_are_kept()
    {
        var state = State(recording: true);
        for (var i = 1; i <= 2 * CameraState.MaxOutages + 10; i++)
        {
            state = CameraChange.Report(state, recording: i % 2 == 0, Now.AddSeconds(i), Now.AddSeconds(i))!;
        }

        Assert.InRange(state.Outages.Count, CameraState.MaxOutages, CameraState.MaxOutages + 1);
        Assert.Equal(Now.AddSeconds((2 * CameraState.MaxOutages) + 10), state.Outages[^1].To);
    }

    [Fact]
    public void Views_given_by_hand_are_compared_by_their_corners()
    {
        var known = CameraPlacement.Place(Samples.Integrated("a") with { ViewPolygon = Samples.Square(33.78, -84.38, 0.0005) }, 8);
        var same = CameraPlacement.Place(Samples.Integrated("a") with { ViewPolygon = Samples.Square(33.78, -84.38, 0.0005) }, 8);
        var other = CameraPlacement.Place(Samples.Integrated("a") with { ViewPolygon = Samples.Square(33.78, -84.38, 0.0006) }, 8);

        Assert.Null(CameraChange.Describe(known, same, Now));
        Assert.NotNull(CameraChange.Describe(known, other, Now));
    }

    [Fact]
    public void An_answer_never_holds_the_stream_address()
    {
        var state = CameraPlacement.Place(Samples.Integrated("a") with { Stream = new("rtsp", "rtsp://user:secret@camera.invalid/1") }, 8);

        Assert.Null(CameraChange.ForAnswer(state).Stream);
    }

    private static CameraState State(bool recording, string name = "camera") =>
        CameraPlacement.Place(Samples.Integrated("a") with { Recording = recording, Name = name }, 8);
}
