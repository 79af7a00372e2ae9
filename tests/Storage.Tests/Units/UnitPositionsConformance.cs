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

        Assert.Equal([null, null], await Positions.KeepAsync(units, Cancellation));

        Assert.Equal(units.OrderBy(unit => unit.CallSign), (await FindAsync()).OrderBy(unit => unit.CallSign));
    }

    [Fact]
    public async Task Nothing_is_kept_of_nothing()
    {
        Assert.Empty(await Positions.KeepAsync([], Cancellation));
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task A_position_is_taken_where_it_is_newer_and_the_known_moment_told_where_not()
    {
        await Positions.KeepAsync([Unit("a")], Cancellation);

        Assert.Equal(
            [Noon, Noon, null],
            [
                .. await Positions.KeepAsync([Unit("a", -1)], Cancellation), .. await Positions.KeepAsync([Unit("a")], Cancellation),
                .. await Positions.KeepAsync([Unit("a", 1) with { Status = "new" }], Cancellation),
            ]);

        Assert.Equal(("new", Noon.AddSeconds(1)), (await FindAsync()).Select(unit => (unit.Status!, unit.At)).Single());
    }

    [Fact]
    public async Task A_moment_is_one_wherever_its_clock_stands()
    {
        await Positions.KeepAsync([Unit("a") with { At = new(2017, 5, 17, 14, 0, 0, TimeSpan.FromHours(2)) }], Cancellation);

        Assert.Equal([Noon], await Positions.KeepAsync([Unit("a")], Cancellation));
    }

    [Fact]
    public async Task Positions_of_one_unit_count_as_if_each_came_after_the_one_before_it()
    {
        await Positions.KeepAsync([Unit("a")], Cancellation);

        var known = await Positions.KeepAsync([Unit("a", -5), Unit("b", 1), Unit("a", 5), Unit("a", 3), Unit("a", 5), Unit("a", 7), Unit("b", 1)], Cancellation);

        Assert.Equal([Noon, null, null, Noon.AddSeconds(5), Noon.AddSeconds(5), null, Noon.AddSeconds(1)], known);
        Assert.Equal([Noon.AddSeconds(7), Noon.AddSeconds(1)], (await FindAsync()).OrderBy(unit => unit.CallSign).Select(unit => unit.At));
    }

    [Fact]
    public async Task Units_are_told_apart_by_agency_and_by_every_character_of_their_call_sign()
    {
        string[] callSigns = ["a", "A", "ä", "é", "e\u0301", "1", "01"];
        await Positions.KeepAsync([.. callSigns.Select(callSign => Unit(callSign)), Unit("a") with { Agency = "gsp" }], Cancellation);

        Assert.Equal(callSigns.Length + 1, (await FindAsync()).Count);
        Assert.Equal("a", Assert.Single(await FindAsync("gsp")).CallSign);
        Assert.Equal(callSigns.Order(StringComparer.Ordinal), (await FindAsync("apd")).Select(unit => unit.CallSign).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_box_holds_its_rim_and_may_cross_the_antimeridian()
    {
        await Positions.KeepAsync(
        [
            Unit("rim") with { Position = new(1, 2) }, Unit("out") with { Position = new(1, 2.000001) }, Unit("fiji") with { Position = new(-17, 179) },
            Unit("west of it") with { Position = new(-17, -179) },
        ], Cancellation);

        Assert.Equal("rim", Assert.Single(await FindAsync(box: new(1, 0, 2, 1))).CallSign);
        Assert.Equal(["fiji", "west of it"], (await FindAsync("apd", new(178, -18, -178, -16))).Select(unit => unit.CallSign).Order());
        Assert.Equal(["out", "rim"], (await FindAsync("apd", new(-178, -18, 178, 18))).Select(unit => unit.CallSign).Order());
        Assert.Empty(await FindAsync("gsp", new(178, -18, -178, -16)));
    }

    [Fact]
    public async Task Older_positions_than_asked_for_are_not_found_and_forgotten_on_request()
    {
        await Positions.KeepAsync([Unit("old", -1), Unit("edge"), Unit("new", 1)], Cancellation);

        Assert.Equal(["edge", "new"], (await FindAsync(since: Noon)).Select(unit => unit.CallSign).Order());
        Assert.Equal(1, await Positions.ForgetAsync(Noon, Cancellation));
        Assert.Equal(0, await Positions.ForgetAsync(Noon, Cancellation));
        Assert.Equal(["edge", "new"], (await FindAsync()).Select(unit => unit.CallSign).Order());
        Assert.Equal([null], await Positions.KeepAsync([Unit("old", -1)], Cancellation));
    }

    [Fact]
    public async Task Many_positions_go_as_few_and_each_is_answered()
    {
        UnitPosition[] many = [.. Enumerable.Range(0, 3_000).Select(number => Unit($"u{number % 1_500}", number))];

        var known = await Positions.KeepAsync(many, Cancellation);

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
            return (Unit: unit, Known: Assert.Single(await Positions.KeepAsync([unit], Cancellation)));
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
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Positions.KeepAsync([Unit("a")], new(canceled: true)));

    protected abstract Task<IUnitPositions> CreateAsync();

    protected static UnitPosition Unit(string callSign, double secondsLater = 0) =>
        new() { Agency = "apd", CallSign = callSign, At = Noon.AddSeconds(secondsLater), Position = new LatLng(33.75, -84.39) };

    protected Task<IReadOnlyList<UnitPosition>> FindAsync(string? agency = null, BoundingBox? box = null, DateTimeOffset since = default) =>
        Positions.FindAsync(agency, box, since, Cancellation);
}
