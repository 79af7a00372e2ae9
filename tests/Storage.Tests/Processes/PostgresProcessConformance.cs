using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every storage of processes in PostgreSQL does.</summary>
public abstract class PostgresProcessConformance(PostgresSilo silo) : TableProcessConformance(silo)
{
    protected PostgresSilo Silo { get; } = silo;

    protected override string PayloadAsText => "convert_from(PayloadBinary, 'UTF8')";

    [Fact]
    public async Task However_many_write_the_pool_is_not_exceeded()
    {
        await Task.WhenAll(Enumerable.Range(0, 256).Select(writer => Task.Run(() => WriteFirstAsync(Grain($"many-{writer}"), 0))));

        Assert.InRange(await AskAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"), 1, 20);
    }

    protected override async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Silo.Database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
