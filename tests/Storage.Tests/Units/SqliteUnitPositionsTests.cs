using Canvass.Grains.Units;
using Canvass.Storage.Tests.Fixtures;
using Canvass.Storage.Units;

namespace Canvass.Storage.Tests.Units;

[Trait("Category", "Storage")]
public sealed class SqliteUnitPositionsTests : UnitPositionsConformance
{
    private readonly TestMeter _meter = new();
    private readonly TestDatabase _database = new();
    private SqliteUnitPositions? _positions;

    public override async ValueTask DisposeAsync()
    {
        await _positions!.DisposeAsync();
        _database.Dispose();
        _meter.Dispose();
        await base.DisposeAsync();
    }

    protected override async Task<IUnitPositions> CreateAsync()
    {
        await _database.MigrateAsync();
        return _positions = new(_database.Database, _meter.Meter, TimeProvider.System, new());
    }
}
