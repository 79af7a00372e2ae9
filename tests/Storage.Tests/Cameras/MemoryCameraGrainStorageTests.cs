using Canvass.Storage.Cameras;
using Canvass.Storage.Memory;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class MemoryCameraGrainStorageTests : CameraGrainStorageConformance
{
    protected override IGrainStorage Storage { get; } = new CameraGrainStorage(new MemoryCameraRegistry());
}
