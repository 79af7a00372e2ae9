using Canvass.Grains.Incidents;
using Canvass.Storage.Incidents;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Incidents;

[Trait("Category", "Storage")]
public sealed class SqliteIncidentIndexTests : IncidentIndexConformance
{
    private readonly TestDatabase _database = new();

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task<IIncidentIndex> CreateAsync()
    {
        await _database.MigrateAsync();
        return new SqliteIncidentIndex(_database.Database);
    }
}
