using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class SqliteReminderTests(SqliteSilo silo) : ReminderConformance(silo), IClassFixture<SqliteSilo>;
