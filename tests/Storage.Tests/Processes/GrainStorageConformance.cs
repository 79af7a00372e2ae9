using Orleans.Storage;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every grain storage of the grid does, whatever it keeps its states in.</summary>
public abstract class GrainStorageConformance<TState>
    where TState : class, new()
{
    private const string StateName = "conformance";

    protected abstract IGrainStorage Storage { get; }

    protected abstract GrainId Grain(string name);

    protected abstract TState State(GrainId grain, int number);

    protected abstract void AssertSame(TState expected, TState actual);

    [Fact]
    public async Task An_absent_state_reads_as_an_empty_one_without_record()
    {
        var state = await ReadAsync(Grain(Guid.NewGuid().ToString()));

        Assert.False(state.RecordExists);
        Assert.True(string.IsNullOrEmpty(state.ETag));
        Assert.NotNull(state.State);
    }

    [Fact]
    public async Task A_written_state_reads_back()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var written = await WriteFirstAsync(grain, 1);

        var read = await ReadAsync(grain);

        Assert.True(written.RecordExists);
        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        AssertSame(State(grain, 1), read.State!);
    }

    [Fact]
    public async Task Many_that_read_at_once_get_each_what_is_theirs()
    {
        var name = Guid.NewGuid().ToString();
        var written = Enumerable.Range(0, 40).Select(number => Grain($"{name}-{number}")).ToList();
        await Task.WhenAll(written.Select((grain, number) => WriteFirstAsync(grain, number)));
        var absent = Enumerable.Range(40, 10).Select(number => Grain($"{name}-{number}"));

        var read = await Task.WhenAll(written.Concat(absent).Concat(written).Select(ReadAsync));

        Assert.All(Enumerable.Range(0, 40), number =>
        {
            AssertSame(State(written[number], number), read[number].State!);
            AssertSame(State(written[number], number), read[number + 50].State!);
        });
        Assert.All(read[40..50], state => Assert.False(state.RecordExists));
    }

    [Fact]
    public async Task A_state_is_replaced_by_whoever_knows_its_ETag()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var state = await WriteFirstAsync(grain, 1);
        var first = state.ETag;
        state.State = State(grain, 2);
        await WriteAsync(grain, state);

        Assert.NotEqual(first, state.ETag);
        AssertSame(State(grain, 2), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task A_write_with_a_stale_ETag_is_refused_and_changes_nothing()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var winner = await WriteFirstAsync(grain, 1);
        var loser = await ReadAsync(grain);
        winner.State = State(grain, 2);
        await WriteAsync(grain, winner);
        loser.State = State(grain, 3);

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(grain, loser));

        AssertSame(State(grain, 2), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task A_write_without_ETag_over_a_known_state_is_refused()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        await WriteFirstAsync(grain, 1);

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteFirstAsync(grain, 2));

        AssertSame(State(grain, 1), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task Of_concurrent_first_writes_exactly_one_succeeds()
    {
        var grain = Grain(Guid.NewGuid().ToString());

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await WriteFirstAsync(grain, number);
                return number;
            }
            catch (InconsistentStateException)
            {
                return 0;
            }
        })));

        var winner = Assert.Single(outcomes, number => number > 0);
        AssertSame(State(grain, winner), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task A_cleared_state_is_absent()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var state = await WriteFirstAsync(grain, 1);

        await ClearAsync(grain, state);

        Assert.False(state.RecordExists);
        var read = await ReadAsync(grain);
        Assert.False(read.RecordExists);
        Assert.True(string.IsNullOrEmpty(read.ETag));
    }

    [Fact]
    public async Task A_cleared_state_can_be_written_again_after_a_read()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var state = await WriteFirstAsync(grain, 1);
        await ClearAsync(grain, state);

        await Storage.ReadStateAsync(StateName, grain, state);
        state.State = State(grain, 2);
        await WriteAsync(grain, state);

        AssertSame(State(grain, 2), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task A_cleared_state_can_be_written_again_by_the_activation_that_cleared_it()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var state = await WriteFirstAsync(grain, 1);
        await ClearAsync(grain, state);

        state.State = State(grain, 2);
        await WriteAsync(grain, state);

        AssertSame(State(grain, 2), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task A_clear_with_a_stale_ETag_is_refused()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var winner = await WriteFirstAsync(grain, 1);
        var loser = await ReadAsync(grain);
        winner.State = State(grain, 2);
        await WriteAsync(grain, winner);

        await Assert.ThrowsAsync<InconsistentStateException>(() => ClearAsync(grain, loser));

        AssertSame(State(grain, 2), (await ReadAsync(grain)).State!);
    }

    [Fact]
    public async Task Clearing_an_absent_state_does_nothing()
    {
        var grain = Grain(Guid.NewGuid().ToString());

        await ClearAsync(grain, await ReadAsync(grain));

        Assert.False((await ReadAsync(grain)).RecordExists);
    }

    [Theory]
    [InlineData("123", "0123")]
    [InlineData("123", "00123")]
    [InlineData("8844c1a8a1fffff", "8844C1A8A1FFFFF")]
    [InlineData("d2719e3f-0b6c-4f7e-9a53-1c2b3d4e5f60", "D2719E3F-0B6C-4F7E-9A53-1C2B3D4E5F60")]
    [InlineData("a", "a+b")]
    [InlineData("Ärger", "ärger")]
    [InlineData("é", "e\u0301")]
    [InlineData("🎥", "🎥🎥")]
    public async Task Keys_that_differ_have_states_that_differ(string one, string other)
    {
        var run = Guid.NewGuid().ToString();
        var (left, right) = (Grain($"{one}|{run}"), Grain($"{other}|{run}"));
        var (bareLeft, bareRight) = (Grain(one), Grain(other));
        await WriteFirstAsync(left, 1);
        await WriteFirstAsync(right, 2);

        AssertSame(State(left, 1), (await ReadAsync(left)).State!);
        AssertSame(State(right, 2), (await ReadAsync(right)).State!);

        await OverwriteAsync(bareLeft, 3);
        await OverwriteAsync(bareRight, 4);

        AssertSame(State(bareLeft, 3), (await ReadAsync(bareLeft)).State!);
        AssertSame(State(bareRight, 4), (await ReadAsync(bareRight)).State!);
    }

    [Fact]
    public async Task The_longest_identifiers_are_kept_apart_by_their_last_character()
    {
        var stem = new string('x', 127);
        var (left, right) = (Grain(stem + "1"), Grain(stem + "2"));
        await OverwriteAsync(left, 1);
        await OverwriteAsync(right, 2);

        AssertSame(State(left, 1), (await ReadAsync(left)).State!);
        AssertSame(State(right, 2), (await ReadAsync(right)).State!);
    }

    protected async Task<GrainState<TState>> ReadAsync(GrainId grain)
    {
        var state = new GrainState<TState>();
        await Storage.ReadStateAsync(StateName, grain, state);
        return state;
    }

    protected Task WriteAsync(GrainId grain, GrainState<TState> state) => Storage.WriteStateAsync(StateName, grain, state);

    protected Task ClearAsync(GrainId grain, GrainState<TState> state) => Storage.ClearStateAsync(StateName, grain, state);

    protected async Task<GrainState<TState>> WriteFirstAsync(GrainId grain, int number)
    {
        var state = new GrainState<TState>(State(grain, number));
        await WriteAsync(grain, state);
        return state;
    }

    private async Task OverwriteAsync(GrainId grain, int number)
    {
        var state = await ReadAsync(grain);
        state.State = State(grain, number);
        await WriteAsync(grain, state);
    }
}
