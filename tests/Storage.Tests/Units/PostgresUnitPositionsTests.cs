using Canvass.Contracts.Units;
using Canvass.Grains.Units;
using Canvass.Storage.Tests.Fixtures;
using Canvass.Storage.Units;

namespace Canvass.Storage.Tests.Units;

[Trait("Category", "Storage")]
public sealed class PostgresUnitPositionsTests(SharedPostgres server) : UnitPositionsConformance
{
    private readonly TestMeter _meter = new();
    private TestPostgres? _database;
    private PostgresUnitPositions? _positions;

    private TestPostgres Database => _database!;

    public override async ValueTask DisposeAsync()
    {
        await _positions!.DisposeAsync();
        await Database.DisposeAsync();
        _meter.Dispose();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD83D)]
    [InlineData(0xDC00)]
    public async Task A_position_that_the_database_cannot_hold_fails_alone(int character)
    {
        var status = $"a{(char)character}b";
        Task<IReadOnlyList<DateTimeOffset?>>[] writes =
        [
            .. Enumerable.Range(0, 50).Select(number => KeepAsync([Unit($"u{number}") with { Status = number == 20 ? status : "🎥" }])),
        ];

        await Assert.ThrowsAsync<ArgumentException>(() => Task.WhenAll(writes));

        Assert.Equal([20], Enumerable.Range(0, 50).Where(number => writes[number].IsFaulted));
        Assert.Equal(49, (await FindAsync()).Count);
    }

    [Fact]
    public async Task Silos_that_write_the_same_units_at_once_agree_on_the_newest()
    {
        await using var second = new TestPostgres(Database.ConnectionString);
        await using var other = new PostgresUnitPositions(second.Database, _meter.Meter, TimeProvider.System, new());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 600).Select(number => Task.Run(async () =>
        {
            UnitPosition[] units = [.. Enumerable.Range(0, 5).Select(unit => Unit($"u{(number + unit) % 12}", number * 7_919 % 600))];
            return units.Zip(await (number % 2 == 0 ? Positions : other).KeepAsync(units, Noon.AddHours(1), Cancellation));
        })));

        var rest = (await FindAsync()).ToDictionary(unit => unit.CallSign, unit => unit.At);
        foreach (var unit in outcomes.SelectMany(outcome => outcome).GroupBy(outcome => outcome.First.CallSign))
        {
            Assert.Equal(unit.Max(outcome => outcome.First.At), rest[unit.Key]);
            Assert.Equal(rest[unit.Key], unit.Where(outcome => outcome.Second is null).Max(outcome => outcome.First.At));
            Assert.All(unit.Where(outcome => outcome.Second is not null), outcome => Assert.InRange(outcome.Second!.Value, outcome.First.At, rest[unit.Key]));
        }
    }

    protected override async Task<IUnitPositions> CreateAsync()
    {
        _database = await TestPostgres.CreateMigratedAsync(server);
        return _positions = new(_database.Database, _meter.Meter, TimeProvider.System, new());
    }
}
