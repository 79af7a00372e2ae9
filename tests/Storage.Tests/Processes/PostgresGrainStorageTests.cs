using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class PostgresGrainStorageTests(StockPostgresSilo silo) : PostgresProcessConformance(silo), IClassFixture<StockPostgresSilo>
{
    [Fact]
    public void It_is_the_stock_provider() => Assert.IsType<Orleans.Storage.AdoNetGrainStorage>(Storage);
}
