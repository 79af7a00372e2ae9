using Canvass.Grains.Cameras;
using Canvass.Storage.Memory;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class MemoryCameraRegistryTests : CameraRegistryConformance
{
    protected override Task<ICameraRegistry> CreateAsync() => Task.FromResult<ICameraRegistry>(new MemoryCameraRegistry());
}
