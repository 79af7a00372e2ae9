using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class MemoryGrainStorageTests(MemorySilo silo) : ProcessStorageConformance(silo), IClassFixture<MemorySilo>;
