using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every storage of processes in PostgreSQL does.</summary>
public abstract class PostgresProcessConformance(PostgresSilo silo) : ProcessStorageConformance(silo)
{
    protected PostgresSilo Silo { get; } = silo;

    [Theory]
    [InlineData("00123")]
    [InlineData("8844c1a8a1fffff")]
    public async Task Trap_1_keys_that_the_provider_would_reinterpret_are_refused(string key) =>
        await Assert.ThrowsAsync<ArgumentException>(() => WriteFirstAsync(GrainId.Create("incident", key), 1));

    [Fact]
    public async Task Trap_3_a_double_activation_leaves_one_row()
    {
        var grain = Grain("double");
        await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(async () =>
        {
            try
            {
                await WriteFirstAsync(grain, number);
            }
            catch (InconsistentStateException)
            {
            }
        })));

        Assert.Equal(1, await AskAsync<long>("SELECT count(*) FROM OrleansStorage WHERE GrainIdExtensionString = 'inc/double'"));
        Assert.True((await ReadAsync(grain)).RecordExists);
    }

    [Fact]
    public async Task Trap_4_a_storm_of_256_writers_stays_within_the_pool_and_fails_nobody()
    {
        await Task.WhenAll(Enumerable.Range(0, 256).Select(writer => Task.Run(async () =>
        {
            var grain = Grain($"storm-{writer}");
            var state = await WriteFirstAsync(grain, 0);
            for (var number = 1; number < 4; number++)
            {
                state.State = State(grain, number);
                await WriteAsync(grain, state);
            }
        })));

        Assert.Equal(256, await AskAsync<long>(
            "SELECT count(*) FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'inc/storm-%' AND Version = 4"));
        Assert.InRange(await AskAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"), 1, 20);
    }

    [Fact]
    public async Task State_rests_as_readable_JSON()
    {
        await WriteFirstAsync(Grain("json"), 1);

        var json = await AskAsync<string>(
            "SELECT convert_from(PayloadBinary, 'UTF8') FROM OrleansStorage WHERE GrainIdExtensionString = 'inc/json'");

        Assert.StartsWith("{\"number\":1,\"text\":", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_with_an_ETag_where_there_is_no_state_is_refused()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var state = new GrainState<ProcessState>(State(grain, 1)) { ETag = "1", RecordExists = true };

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(grain, state));

        Assert.False((await ReadAsync(grain)).RecordExists);
    }

    protected async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Silo.Database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
