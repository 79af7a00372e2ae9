using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Units;
using Canvass.Geo.Positions;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Units;

[Trait("Category", "Cluster")]
public sealed class UnitBoardTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task The_newest_position_of_a_unit_counts_and_older_ones_are_rejected_by_name()
    {
        var outcome = await _grid.Client.Units.ReportAsync(
        [
            At("1A12", 0), At("1A12", -5), At("1A12", -3), At("1A12", 5, Samples.Near(50, 0)), At("2B20", -60),
        ]);

        Assert.Equal(3, outcome.Accepted);
        Assert.Equal([(1, "at"), (2, "at")], outcome.Rejected.Select(rejected => (rejected.Index, rejected.Field)));
        Assert.Equal(Samples.Near(50, 0), (await _grid.Client.Units.InAsync())[0].Position);
    }

    [Fact]
    public async Task Positions_that_mean_nothing_are_rejected_by_field()
    {
        var outcome = await _grid.Client.Units.ReportAsync(
        [
            At("a", 0, new LatLng(0, 0)), At("b", 0, new LatLng(91, 0)), At("c", 10 * 60), At("d", -25 * 3_600), At("two words", 0),
            At("e", 0) with { HeadingDeg = 361 }, At("f", 0) with { SpeedMps = -1 },
        ]);

        Assert.Equal(0, outcome.Accepted);
        Assert.Equal(["coordinates", "coordinates", "at", "at", "callSign", "headingDeg", "speedMps"],
            outcome.Rejected.Select(rejected => rejected.Field));
    }

    [Fact]
    public async Task A_position_reported_under_a_clock_that_ran_ahead_gives_way_once_the_clock_is_set_right()
    {
        _grid.Time.Advance(TimeSpan.FromDays(30));
        await _grid.Client.Units.ReportAsync([At("1A12", 0)]);
        _grid.Time.Advance(TimeSpan.FromDays(-30));

        var outcome = await _grid.Client.Units.ReportAsync([At("1A12", -1, Samples.Near(50, 0)), At("1A12", -2)]);

        Assert.Equal((1, "at"), (outcome.Accepted, Assert.Single(outcome.Rejected).Field));
        Assert.Equal(Samples.Near(50, 0), Assert.Single(await _grid.Client.Units.InAsync()).Position);
    }

    [Fact]
    public async Task Positions_are_kept_a_day()
    {
        await _grid.Client.Units.ReportAsync([At("old", 0)]);
        _grid.Time.Advance(TimeSpan.FromHours(24.1));
        Assert.Empty(await _grid.Client.Units.InAsync());

        await _grid.Client.Units.ReportAsync([At("new", 0)]);
        Assert.Equal("new", Assert.Single(await _grid.Client.Units.InAsync()).CallSign);
    }

    [Fact]
    public async Task Near_an_incident_are_its_own_agencys_units_within_500_m_of_its_area_nearest_first()
    {
        var report = Samples.Report("1", _grid.Now);
        await _grid.Client.Incidents.ReportAsync(report);
        await _grid.Client.Units.ReportAsync(
        [
            At("far", 0, Samples.Near(760, 0)), At("rim", 0, Samples.Near(740, 0)), At("there", 0, Samples.Near(10, 0)),
            At("other", 0) with { Agency = "gsp" },
        ]);

        Assert.Equal(["there", "rim"], (await _grid.Client.Units.NearAsync(report.Key)).Select(unit => unit.CallSign));
        Assert.Equal(2, (await _grid.Client.Units.InAsync(new BoundingBox(-84.39, 33.7795, -84.38, 33.7805))).Count);
        await Assert.ThrowsAsync<RefusedException>(() => _grid.Client.Units.NearAsync(new("test", "none")));
    }

    private UnitPosition At(string callSign, double secondsLater, LatLng? position = null) => new()
    {
        Agency = "apd",
        CallSign = callSign,
        At = _grid.Now.AddSeconds(secondsLater),
        Position = position ?? Samples.Midtown,
    };
}
