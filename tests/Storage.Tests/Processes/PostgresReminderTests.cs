using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class PostgresReminderTests(PostgresSilo silo) : ReminderConformance(silo), IClassFixture<PostgresSilo>;
