using Canvass.Contracts.Keys;
using Canvass.Grains.Cameras;
using Canvass.Storage.Tests.Fixtures;
using Canvass.Storage.Tests.Processes;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Cameras;

/// <summary>What the registry does as a grain storage.</summary>
public abstract class CameraGrainStorageConformance : GrainStorageConformance<CameraState>
{
    protected override GrainId Grain(string name) => GrainId.Create("camera", "cam/" + name);

    protected override CameraState State(GrainId grain, int number) =>
        TestCameras.Camera(CameraKey.Parse(grain.Key.ToString()!).Id, [number], name: $"camera {number}");

    protected override void AssertSame(CameraState expected, CameraState actual) => TestCameras.AssertSame(expected, actual);

    [Theory]
    [InlineData("123")]
    [InlineData("inc/a/b")]
    [InlineData("cam/")]
    [InlineData("cam/a b")]
    [InlineData("CAM/a")]
    public async Task Keys_that_name_no_camera_are_refused(string key)
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(GrainId.Create("camera", key)));

        Assert.Contains($"'{key}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_of_another_type_are_refused()
    {
        var refusal = await Assert.ThrowsAsync<NotSupportedException>(
            () => Storage.ReadStateAsync("incident", Grain("a"), new GrainState<ProcessState>()));

        Assert.Contains("'processes'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_of_another_camera_is_refused()
    {
        var state = new GrainState<CameraState>(TestCameras.Camera("other"));

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(Grain("one"), state));
    }

    [Fact]
    public async Task A_write_with_an_ETag_where_there_is_no_state_is_refused()
    {
        var grain = Grain(Guid.NewGuid().ToString());
        var state = new GrainState<CameraState>(State(grain, 1)) { ETag = "1", RecordExists = true };

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(grain, state));

        Assert.False((await ReadAsync(grain)).RecordExists);
    }
}
