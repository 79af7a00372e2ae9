using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class MemoryReminderTests(MemorySilo silo) : ReminderConformance(silo), IClassFixture<MemorySilo>;
