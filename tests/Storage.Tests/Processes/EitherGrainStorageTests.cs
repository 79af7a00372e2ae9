using Canvass.Storage.Processes;
using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Processes;

/// <summary>The stock provider and ours on one table: each goes on where the other stopped.</summary>
[Trait("Category", "Storage")]
public sealed class EitherGrainStorageTests(StockPostgresSilo silo) : IClassFixture<StockPostgresSilo>, IAsyncDisposable
{
    private readonly BatchingGrainStorage _batching = silo.Create<BatchingGrainStorage>();

    public ValueTask DisposeAsync() => _batching.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_reads_replaces_and_clears_what_the_other_wrote(bool batchingFirst)
    {
        var (one, other) = Order(batchingFirst);
        foreach (var name in new[] { "a", "Ärger/🎥", new string('x', 128), "cell-8844c1a8a1fffff" })
        {
            var grain = GrainId.Create("incident", $"inc/{name}");
            foreach (var stateName in new[] { "incident", "Ü" })
            {
                var written = new GrainState<ProcessState>(new() { Number = 1, Text = name });
                await one.WriteStateAsync(stateName, grain, written);

                var read = new GrainState<ProcessState>();
                await other.ReadStateAsync(stateName, grain, read);
                Assert.Equal((written.State, written.ETag, true), (read.State, read.ETag, read.RecordExists));

                read.State = new() { Number = 2 };
                await other.WriteStateAsync(stateName, grain, read);
                var stale = await Assert.ThrowsAsync<InconsistentStateException>(() => one.WriteStateAsync(stateName, grain, written));
                Assert.Equal("1", stale.CurrentEtag ?? written.ETag);

                await one.ReadStateAsync(stateName, grain, written);
                Assert.Equal((2, "2"), (written.State!.Number, written.ETag));
                await one.ClearStateAsync(stateName, grain, written);
                await Assert.ThrowsAsync<InconsistentStateException>(() => other.ClearStateAsync(stateName, grain, read));
                await other.ReadStateAsync(stateName, grain, read);
                Assert.False(read.RecordExists);
            }
        }
    }

    [Fact]
    public async Task Both_leave_a_grains_state_as_the_other_does()
    {
        var grain = GrainId.Create("incident", "inc/same");
        var (left, right) = (new GrainState<ProcessState>(), new GrainState<ProcessState>());
        foreach (var step in new Func<IGrainStorage, string, GrainState<ProcessState>, Task>[]
        {
            (storage, name, state) => storage.ReadStateAsync(name, grain, state),
            (storage, name, state) => storage.ClearStateAsync(name, grain, state),
            (storage, name, state) => storage.WriteStateAsync(name, grain, state),
            (storage, name, state) => storage.WriteStateAsync(name, grain, state),
            (storage, name, state) => storage.ClearStateAsync(name, grain, state),
            (storage, name, state) => storage.WriteStateAsync(name, grain, state),
            (storage, name, state) => storage.ReadStateAsync(name, grain, state),
        })
        {
            await step(silo.Processes, "left", left);
            await step(_batching, "right", right);

            Assert.Equal((left.State, left.ETag, left.RecordExists), (right.State, right.ETag, right.RecordExists));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData(null)]
    public async Task A_refused_write_leaves_what_the_writer_held(string? etag)
    {
        var grain = GrainId.Create("incident", "inc/refused");
        foreach (var (storage, name) in new[] { (silo.Processes, $"left{etag}"), (_batching, $"right{etag}") })
        {
            var known = new GrainState<ProcessState>(new() { Number = 1 });
            await storage.WriteStateAsync(name, grain, known);
            await storage.WriteStateAsync(name, grain, known);
            var stale = new GrainState<ProcessState>(new() { Number = 9 }) { ETag = etag!, RecordExists = etag is not null };

            await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync(name, grain, stale));

            Assert.Equal((9, etag, etag is not null), (stale.State!.Number, stale.ETag, stale.RecordExists));
        }
    }

    private (IGrainStorage One, IGrainStorage Other) Order(bool batchingFirst) =>
        batchingFirst ? (_batching, silo.Processes) : (silo.Processes, _batching);
}
