using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Storage.Outbox;
using Canvass.Storage.Owners;
using Canvass.Storage.Processes;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class PostgresProcessStoreTests(SharedPostgres server) : ProcessStoreConformance
{
    private readonly TestMeter _meter = new();
    private TestPostgres? _database;
    private PostgresAskTable? _asks;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _asks!.DisposeAsync();
        await _database!.DisposeAsync();
        _meter.Dispose();
    }

    protected override IAskTable Asks => _asks!;

    protected override IOutbox Outbox => new PostgresOutbox(_database!.Database);

    private protected override async Task<IReadOnlyList<ProcessStore>> CreateAsync()
    {
        _database = await TestPostgres.CreateMigratedAsync(server);
        _asks = new(_database.Database, TimeProvider.System, new());
        await _database.AskAsync<int>("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$; SELECT 1");
        return
        [
            TestProcesses.Store(_database.Database, _meter.Meter), TestProcesses.Store(_database.Database, _meter.Meter),
            TestProcesses.Store(_database.Database, _meter.Meter),
        ];
    }

    protected override Task<long> CountAsync(string table) => _database!.AskAsync<long>($"SELECT count(*) FROM {table}");

    protected override Task BreakAsync(string table) => _database!.AskAsync<int>(
        $"CREATE TRIGGER broken BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION fail(); SELECT 1");

    protected override Task MendAsync(string table) => _database!.AskAsync<int>($"DROP TRIGGER broken ON {table}; SELECT 1");
}
