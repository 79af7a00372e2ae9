using Canvass.Running;
using Canvass.Storage.Cameras;
using Canvass.Storage.Faults;
using Canvass.Storage.Postgres;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using static Canvass.Storage.Tests.Fixtures.TestCameras;

namespace Canvass.Storage.Tests.Postgres;

/// <summary>A server that goes and comes back.</summary>
[Trait("Category", "Storage")]
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private readonly WrittenLines<StorageFaults> _log = new();
    private readonly FakeTimeProvider _time = new();
    private PostgresServer? _server;
    private TestPostgres? _database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PostgresServer Server => _server!;

    private TestPostgres Database => _database!;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync(new() { Durable = true });
        _database = new(await _server.CreateDatabaseAsync("grid"), _log, _time);
        await _database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Server.DisposeAsync();
    }

    [Theory]
    [InlineData(PostgresStop.Fast)]
    [InlineData(PostgresStop.Immediate)]
    public async Task What_was_acknowledged_is_there_after_the_server_went_and_came(PostgresStop stop)
    {
        var registry = new PostgresCameraRegistry(Database.Database, TimeProvider.System, new());
        var written = await registry.WriteAsync(Camera("a"), null, Cancellation);
        await registry.ImportAsync([Camera("b"), Camera("c")], (_, incoming) => incoming, Cancellation);

        await Server.StopAsync(stop);
        await Assert.ThrowsAsync<StorageException>(() => registry.FindAsync(new("a"), Cancellation));
        await Assert.ThrowsAsync<StorageException>(() => registry.ImportAsync([Camera("d")], (_, incoming) => incoming, Cancellation));
        Assert.Equal(2, Database.Faults);
        await Server.StartAgainAsync();
        _time.Advance(StorageFaults.Quiet);

        Assert.Equal(written!.Revision, (await registry.FindAsync(new("a"), Cancellation))!.Revision);
        Assert.Equal(3, (await registry.ListIntegratedAsync(null, null, 10, Cancellation)).Count);
        Assert.True((await registry.WriteAsync(Camera("e"), null, Cancellation))!.Revision > written.Revision);
        Assert.Equal(LogLevel.Information, _log.Lines.Last().Level);
        Assert.Contains("can be used again", _log.Lines.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_noticed_while_nobody_asks_and_so_is_its_return()
    {
        using var pulse = new PostgresProbe(Database.Database, _time, NullLogger<PostgresProbe>.Instance);
        await pulse.StartAsync(Cancellation);

        await Server.StopAsync(PostgresStop.Fast);
        await BeatUntilAsync(pulse, () => Database.Faults > 1);
        await Server.StartAgainAsync();
        await BeatUntilAsync(pulse, () => _log.Lines.Any(line => line.Text.Contains("can be used again", StringComparison.Ordinal)));

        await pulse.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_look_at_the_database_that_goes_wrong_in_any_other_way_is_told_and_ends_nothing()
    {
        var log = new WrittenLines<PostgresProbe>();
        using var pulse = new PostgresProbe(Database.Database, _time, log);
        await Database.Database.Source.DisposeAsync();
        await pulse.StartAsync(Cancellation);

        await BeatUntilAsync(pulse, () => log.Lines.Skip(2).Any());

        await pulse.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_silo_that_starts_while_the_server_is_away_starts_when_it_comes()
    {
        await Server.StopAsync(PostgresStop.Fast);
        var start = Database.MigrateAsync();
        await Server.StartAgainAsync();

        await start;
    }

    [Fact]
    public async Task A_read_only_server_is_told_as_such()
    {
        await Database.AskAsync<object>("ALTER DATABASE grid SET default_transaction_read_only = on; SELECT 1;");
        await using var standby = new TestPostgres(Server.ConnectionString("grid"), _log);

        var refusal = await Assert.ThrowsAsync<StorageException>(
            () => new PostgresCameraRegistry(standby.Database, TimeProvider.System, new()).WriteAsync(Camera("a"), null, Cancellation));

        Assert.Contains("read-only", refusal.Message, StringComparison.Ordinal);
        Assert.False(GridFault.Of(refusal)!.IsOutOfRoom);
    }

    [Fact]
    public async Task A_pool_in_which_every_connection_is_taken_is_told_as_such()
    {
        await using var small = new TestPostgres(Server.ConnectionString("grid") + ";Maximum Pool Size=1;Timeout=1", _log);
        await using var taken = await small.Database.Source.OpenConnectionAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<StorageException>(
            () => new PostgresCameraRegistry(small.Database, TimeProvider.System, new()).FindAsync(new("a"), Cancellation));

        Assert.Contains("every connection of the pool", refusal.Message, StringComparison.Ordinal);
        Assert.IsType<NpgsqlException>(refusal.InnerException);
    }

    private async Task BeatUntilAsync(PostgresProbe pulse, Func<bool> condition)
    {
        while (!condition())
        {
            Assert.False(pulse.ExecuteTask is { IsFaulted: true }, "The pulse broke off.");
            _time.Advance(PostgresProbe.Period);

            // A beat tells nobody that it is over.
            await Task.Delay(20, Cancellation);
        }
    }
}
