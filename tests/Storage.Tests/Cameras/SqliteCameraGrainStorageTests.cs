using Canvass.Storage.Tests.Fixtures;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Storage")]
public sealed class SqliteCameraGrainStorageTests(SqliteSilo silo) : CameraGrainStorageConformance, IClassFixture<SqliteSilo>
{
    protected override IGrainStorage Storage => silo.Registry;
}
