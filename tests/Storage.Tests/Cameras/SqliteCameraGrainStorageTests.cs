using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Storage")]
public sealed class SqliteCameraGrainStorageTests(SiloFixture silo) : CameraGrainStorageConformance, IClassFixture<SiloFixture>
{
    protected override IGrainStorage Storage => silo.Registry;
}
