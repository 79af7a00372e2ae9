using Canvass.Contracts.Positions;
using Canvass.Contracts.Units;
using Canvass.Geo.Positions;
using Canvass.Grains.Units;

namespace Canvass.Storage.Tests.Units;

/// <summary>What every table of units' positions does.</summary>
public abstract class UnitPositionsConformance : IAsyncLifetime
{
    protected static readonly DateTimeOffset Noon = new(2017, 5, 17, 12, 0, 0, TimeSpan.Zero);

    private IUnitPositions? _positions;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IUnitPositions Positions => _positions!;

    public async ValueTask InitializeAsync() => _positions = await CreateAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_kept_position_is_found_whole()
    {
        UnitPosition[] units =
        [
            Unit("bare"),
            Unit("Ä'🎥") with { At = Noon.AddTicks(1), AccuracyM = 0.1, SpeedMps = 12.5, HeadingDeg = 359.9, Status = "en\troute 🎥" },
        ];

        Assert.Equal([null, null], await KeepAsync(units));

        Assert.Equal(units.OrderBy(unit => unit.CallSign), (await FindAsync()).OrderBy(unit => unit.CallSign));
    }

    [Fact]
    public async Task Nothing_is_kept_of_nothing()
    {
        Assert.Empty(await KeepAsync([]));
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task A_position_is_taken_where_it_is_newer_and_the_known_moment_told_where_not()
    {
        await KeepAsync([Unit("a")]);

        Assert.Equal(
            [Noon, Noon, null],
            [
                .. await KeepAsync([Unit("a", -1)]), .. await KeepAsync([Unit("a")]),
                .. await KeepAsync([Unit("a", 1) with { Status = "new" }]),
            ]);

        Assert.Equal(("new", Noon.AddSeconds(1)), (await FindAsync()).Select(unit => (unit.Status!, unit.At)).Single());
    }

    [Fact]
    public async Task A_moment_is_one_wherever_its_clock_stands()
    {
        await KeepAsync([Unit("a") with { At = new(2017, 5, 17, 14, 0, 0, TimeSpan.FromHours(2)) }]);

        Assert.Equal([Noon], await KeepAsync([Unit("a")]));
    }

    [Fact]
    public async Task Positions_of_one_unit_count_as_if_each_came_after_the_one_before_it()
    {
        await KeepAsync([Unit("a")]);

        var known = await KeepAsync([Unit("a", -5), Unit("b", 1), Unit("a", 5), Unit("a", 3), Unit("a", 5), Unit("a", 7), Unit("b", 1)]);

        Assert.Equal([Noon, null, null, Noon.AddSeconds(5), Noon.AddSeconds(5), null, Noon.AddSeconds(1)], known);
        Assert.Equal([Noon.AddSeconds(7), Noon.AddSeconds(1)], (await FindAsync()).OrderBy(unit => unit.CallSign).Select(unit => unit.At));
    }

    [Fact]
    public async Task Units_are_told_apart_by_agency_and_by_every_character_of_their_call_sign()
    {
        string[] callSigns = ["a", "A", "ä", "é", "e\u0301", "1", "01"];
        await KeepAsync([.. callSigns.Select(callSign => Unit(callSign)), Unit("a") with { Agency = "gsp" }]);

        Assert.Equal(callSigns.Length + 1, (await FindAsync()).Count);
        Assert.Equal("a", Assert.Single(await FindAsync("gsp")).CallSign);
        Assert.Equal(callSigns.Order(StringComparer.Ordinal), (await FindAsync("apd")).Select(unit => unit.CallSign).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_box_holds_its_rim_and_may_cross_the_antimeridian()
    {
        await KeepAsync(
        [
            Unit("rim") with { Position = new(1, 2) }, Unit("out") with { Position = new(1, 2.000001) }, Unit("fiji") with { Position = new(-17, 179) },
            Unit("west of it") with { Position = new(-17, -179) },
        ]);

        Assert.Equal("rim", Assert.Single(await FindAsync(box: new(1, 0, 2, 1))).CallSign);
        Assert.Equal(["fiji", "west of it"], (await FindAsync("apd", new(178, -18, -178, -16))).Select(unit => unit.CallSign).Order());
        Assert.Equal(["out", "rim"], (await FindAsync("apd", new(-178, -18, 178, 18))).Select(unit => unit.CallSign).Order());
        Assert.Empty(await FindAsync("gsp", new(178, -18, -178, -16)));
    }

    [Fact]
    public async Task Older_positions_than_asked_for_are_not_found_and_forgotten_on_request()
    {
        await KeepAsync([Unit("old", -1), Unit("edge"), Unit("new", 1)]);

        Assert.Equal(["edge", "new"], (await FindAsync(since: Noon)).Select(unit => unit.CallSign).Order());
        Assert.Equal(1, await Positions.ForgetAsync(Noon, Cancellation));
        Assert.Equal(0, await Positions.ForgetAsync(Noon, Cancellation));
        Assert.Equal(["edge", "new"], (await FindAsync()).Select(unit => unit.CallSign).Order());
        Assert.Equal([null], await KeepAsync([Unit("old", -1)]));
    }

    [Fact]
    public async Task A_position_of_a_clock_that_ran_ahead_is_replaced_by_any()
    {
        var ahead = TimeSpan.FromDays(30);
        await KeepAsync([Unit("a", ahead.TotalSeconds), Unit("edge", 300)], Noon + ahead);

        Assert.Equal(
            [null, Noon.AddSeconds(2), null, Noon.AddSeconds(300)],
            await KeepAsync([Unit("a", 2), Unit("a", 1), Unit("a", 3), Unit("edge", 4)], Noon.AddSeconds(300)));

        Assert.Equal([Noon.AddSeconds(3), Noon.AddSeconds(300)], (await FindAsync()).OrderBy(unit => unit.CallSign).Select(unit => unit.At));
    }

    [Fact]
    public async Task Many_positions_go_as_few_and_each_is_answered()
    {
        UnitPosition[] many = [.. Enumerable.Range(0, 3_000).Select(number => Unit($"u{number % 1_500}", number))];

        var known = await KeepAsync(many);

        Assert.Equal(many.Length, known.Count);
        Assert.All(known, at => Assert.Null(at));
        Assert.Equal(1_500, (await FindAsync(since: Noon.AddSeconds(1_500))).Count);
    }

    [Fact]
    public async Task Of_reports_at_once_the_newest_stays_and_nobody_is_told_what_is_not_so()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            var unit = Unit($"u{number % 8}", number * 7_919 % 400);
            return (Unit: unit, Known: Assert.Single(await KeepAsync([unit])));
        })));

        var rest = (await FindAsync()).ToDictionary(unit => unit.CallSign, unit => unit.At);
        foreach (var unit in outcomes.GroupBy(outcome => outcome.Unit.CallSign))
        {
            Assert.Equal(unit.Max(outcome => outcome.Unit.At), rest[unit.Key]);
            Assert.Equal(rest[unit.Key], unit.Where(outcome => outcome.Known is null).Max(outcome => outcome.Unit.At));
            Assert.All(unit.Where(outcome => outcome.Known is not null), outcome => Assert.InRange(outcome.Known!.Value, outcome.Unit.At, rest[unit.Key]));
        }
    }

    [Fact]
    public async Task A_caller_who_has_given_up_is_not_served() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Positions.KeepAsync([Unit("a")], Noon, new(canceled: true)));

    protected abstract Task<IUnitPositions> CreateAsync();

    protected static UnitPosition Unit(string callSign, double secondsLater = 0) =>
        new() { Agency = "apd", CallSign = callSign, At = Noon.AddSeconds(secondsLater), Position = new LatLng(33.75, -84.39) };

    protected Task<IReadOnlyList<DateTimeOffset?>> KeepAsync(IReadOnlyList<UnitPosition> positions, DateTimeOffset? latest = null) =>
        Positions.KeepAsync(positions, latest ?? Noon.AddHours(1), Cancellation);

    protected Task<IReadOnlyList<UnitPosition>> FindAsync(string? agency = null, BoundingBox? box = null, DateTimeOffset since = default) =>
        Positions.FindAsync(agency, box, since, Cancellation);
}
