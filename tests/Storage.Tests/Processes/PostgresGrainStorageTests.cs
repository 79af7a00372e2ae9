using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class PostgresGrainStorageTests(PostgresSilo silo) : PostgresProcessConformance(silo), IClassFixture<PostgresSilo>
{
    [Fact]
    public void It_is_the_stock_provider() => Assert.IsType<Orleans.Storage.AdoNetGrainStorage>(Storage);
}
