using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every storage of processes does.</summary>
public abstract class ProcessStorageConformance(SiloFixture silo) : GrainStorageConformance<ProcessState>
{
    protected override IGrainStorage Storage => silo.Processes;

    protected override GrainId Grain(string name) => GrainId.Create("incident", "inc/" + name);

    protected override ProcessState State(GrainId grain, int number) =>
        new() { Number = number, Text = "Ä 🎥 '", At = DateTimeOffset.UnixEpoch.AddTicks(number) };

    protected override void AssertSame(ProcessState expected, ProcessState actual) => Assert.Equal(expected, actual);

    [Fact]
    public async Task Trap_2_states_of_one_key_are_told_apart_by_their_names()
    {
        var grain = Grain("names");
        var (one, other) = (new GrainState<ProcessState>(State(grain, 1)), new GrainState<ProcessState>(State(grain, 2)));
        await Storage.WriteStateAsync("one", grain, one);
        await Storage.WriteStateAsync("other", grain, other);

        await Storage.ReadStateAsync("one", grain, one);
        await Storage.ReadStateAsync("other", grain, other);

        Assert.Equal((1, 2), (one.State!.Number, other.State!.Number));
    }
}
