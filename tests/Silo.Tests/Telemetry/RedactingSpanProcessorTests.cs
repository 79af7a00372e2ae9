using System.Diagnostics;
using Canvass.Silo.Telemetry;

namespace Canvass.Silo.Tests.Telemetry;

[Trait("Category", "Unit")]
public sealed class RedactingSpanProcessorTests
{
    [Fact]
    public void Tags_that_nobody_knows_to_be_harmless_go_and_so_does_the_description_of_the_status()
    {
        using var span = Span();
        span.SetTag("http.route", "/v1/cameras/{cameraId}").SetTag("url.path", "/v1/cameras/zebra").SetTag("orleans.rpc.target_id", "own/zebra")
            .SetTag("invented.tomorrow", "zebra").SetStatus(ActivityStatusCode.Error, "zebra");

        Scrub(span);

        Assert.Equal(["http.route"], span.TagObjects.Select(tag => tag.Key));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.True(span.Recorded);
    }

    [Fact]
    public void A_span_with_an_event_that_tells_something_is_not_exported()
    {
        using var span = Span();
        span.AddException(new InvalidOperationException("zebra"));

        Scrub(span);

        Assert.False(span.Recorded);
    }

    [Fact]
    public void A_span_with_an_event_that_tells_nothing_is_exported()
    {
        using var span = Span();
        span.AddEvent(new("enqueued"));

        Scrub(span);

        Assert.True(span.Recorded);
    }

    private static Activity Span() => new Activity("span") { ActivityTraceFlags = ActivityTraceFlags.Recorded, IsAllDataRequested = true }.Start();

    private static void Scrub(Activity span)
    {
        using var spans = new RedactingSpanProcessor();
        spans.OnEnd(span);
    }
}
