using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Storage.Outbox;
using Canvass.Storage.Owners;
using Canvass.Storage.Processes;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class SqliteProcessStoreTests : ProcessStoreConformance
{
    private readonly TestDatabase _database = new();
    private readonly TestMeter _meter = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database.Dispose();
        _meter.Dispose();
    }

    protected override IAskTable Asks => new SqliteAskTable(_database.Database);

    protected override IOutbox Outbox => new SqliteOutbox(_database.Database);

    private protected override async Task<IReadOnlyList<ProcessStore>> CreateAsync()
    {
        await _database.MigrateAsync();
        return [TestProcesses.Store(_database.Database, _meter.Meter), TestProcesses.Store(_database.Database, _meter.Meter)];
    }

    protected override Task<long> CountAsync(string table) => _database.AskAsync<long>($"SELECT count(*) FROM {table};");

    protected override Task BreakAsync(string table) => _database.AskAsync<long>(
        $"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END; "
        + $"CREATE TRIGGER broken_too BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END; SELECT 1;");

    protected override Task MendAsync(string table) => _database.AskAsync<long>("DROP TRIGGER broken; DROP TRIGGER broken_too; SELECT 1;");
}
