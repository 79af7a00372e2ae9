using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Storage")]
public sealed class PostgresCameraGrainStorageTests(PostgresSilo silo) : CameraGrainStorageConformance, IClassFixture<PostgresSilo>
{
    protected override IGrainStorage Storage => silo.Registry;
}
