using System.Runtime.CompilerServices;
using System.Text.Json;
using Canvass.Contracts.Json;
using Canvass.Contracts.Tests.Running;
using Canvass.Contracts.Times;

namespace Canvass.Contracts.Tests.Times;

[Trait("Category", "Unit")]
public sealed class TimeWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_window_may_be_an_instant() => Assert.Equal(Noon, new TimeWindow(Noon, Noon).To);

    [Fact]
    public void A_window_that_ends_before_it_starts_cannot_be_made() =>
        Assert.Contains("swap", Assert.Throws<ArgumentException>(() => new TimeWindow(Noon, Noon.AddTicks(-1))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_window_round_trips_as_json_and_between_processes()
    {
        var window = new TimeWindow(Noon, Noon.AddHours(1));
        const string Json = """{"from":"2026-05-17T12:00:00Z","to":"2026-05-17T13:00:00Z"}""";

        Assert.Equal(Json, JsonSerializer.Serialize(window, GridJson.Options));
        Assert.Equal(window, JsonSerializer.Deserialize<TimeWindow>(Json, GridJson.Options));
        Assert.Equal(window, WireFormat.Send(window));
    }

    [Fact]
    public void A_window_that_ends_before_it_starts_is_refused_however_it_arrives()
    {
        Assert.Throws<ArgumentException>(() => JsonSerializer.Deserialize<TimeWindow>(
            """{"from":"2026-05-17T13:00:00Z","to":"2026-05-17T12:00:00Z"}""", GridJson.Options));
        var swapped = default(TimeWindow);
        FromOf(ref swapped) = Noon;

        var bytes = WireFormat.Write(swapped);

        Assert.Throws<ArgumentException>(() => WireFormat.Receive<TimeWindow>(bytes));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<From>k__BackingField")]
    private static extern ref DateTimeOffset FromOf(ref TimeWindow window);
}
