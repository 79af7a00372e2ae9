using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every storage of processes in the tables of Microsoft.Orleans.Persistence.AdoNet does.</summary>
public abstract class TableProcessConformance(SiloFixture silo) : ProcessStorageConformance(silo)
{
    /// <summary>How the database reads a payload as text.</summary>
    protected abstract string PayloadAsText { get; }

    [Theory]
    [InlineData("123")]
    [InlineData("0123")]
    [InlineData("00123")]
    [InlineData("8844c1a8a1fffff")]
    [InlineData("8844C1A8A1FFFFF")]
    [InlineData("123+extension")]
    [InlineData("d2719e3f0b6c4f7e9a531c2b3d4e5f60")]
    public async Task Trap_1_keys_that_the_provider_would_reinterpret_are_refused(string key)
    {
        var grain = GrainId.Create("incident", key);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => WriteFirstAsync(grain, 1));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(grain));
    }

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
    public async Task Trap_4_a_storm_of_256_writers_fails_nobody()
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
    }

    [Fact]
    public async Task State_rests_as_readable_JSON()
    {
        await WriteFirstAsync(Grain("json"), 1);

        var json = await AskAsync<string>($"SELECT {PayloadAsText} FROM OrleansStorage WHERE GrainIdExtensionString = 'inc/json'");

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

    /// <summary>The first value of the first row that a statement answers.</summary>
    protected abstract Task<T> AskAsync<T>(string sql);
}
