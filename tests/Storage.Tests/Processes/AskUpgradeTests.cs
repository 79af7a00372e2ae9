using System.Text;
using System.Text.Json.Nodes;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Owners;
using Canvass.Storage.Incidents;
using Canvass.Storage.Migrations;
using Canvass.Storage.Outbox;
using Canvass.Storage.Owners;
using Canvass.Storage.Processes;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;
using Npgsql;

namespace Canvass.Storage.Tests.Processes;

/// <summary>Incidents with open canvasses and inboxes of owners, as the version before stored them inside the states of grains.</summary>
[Trait("Category", "Storage")]
public sealed class AskUpgradeTests(SharedPostgres server)
{
    private const string SentAt = "2026-03-04T12:00:00+00:00";
    private const string Report = """
        "report":{"key":"cad:1","agency":"apd","status":"active","area":{"centre":[-84.38,33.78],"radiusM":250},
        "window":{"from":"2026-03-04T10:00:00+00:00","to":"2026-03-04T11:00:00+00:00"},"reportedAt":"2026-03-04T11:30:00+00:00"}
        """;

    private static readonly (string State, string Grain, string Json)[] Rows =
    [
        // Owner a has the ask; owner b has not; owner c has it, but the incident had not noted so; a second canvass is drafted.
        ("incident", "inc/cad/1", $$"""
            {{{Report}},"status":"active","createdAt":"2026-03-04T11:31:00+00:00","revision":3,
            "canvasses":[{"ordinal":1,"state":"sent","reason":"larceny","window":{"from":"2026-03-04T10:00:00+00:00","to":"2026-03-04T11:00:00+00:00"},
            "draftedAt":"2026-03-04T11:40:00+00:00","sentAt":"{{SentAt}}","asks":[{{Ask("a", "delivered")}},{{Ask("b", "pending")}},{{Ask("c", "pending")}}]},
            {"ordinal":2,"state":"draft","reason":"larceny","commandId":"k","window":{"from":"2026-03-04T10:00:00+00:00","to":"2026-03-04T11:00:00+00:00"},
            "draftedAt":"2026-03-04T11:50:00+00:00","asks":[{{Ask("d", "drafted")}}]}],
            "timeline":[{"sequence":1,"at":"2026-03-04T11:31:00+00:00","kind":"reported"},{"sequence":2,"at":"{{SentAt}}","kind":"canvassSent","canvass":1}]}
            """),

        // An incident that was closed while its asks were being taken back: owner e still has one, owner f never got it.
        ("incident", "inc/cad/2", $$"""
            {{{Report.Replace("cad:1", "cad:2", StringComparison.Ordinal)}},"status":"closed","outcome":"found","closedAt":"{{SentAt}}","createdAt":"2026-03-04T11:31:00+00:00",
            "revision":4,"canvasses":[{"ordinal":1,"state":"closed","reason":"larceny","window":{"from":"2026-03-04T10:00:00+00:00","to":"2026-03-04T11:00:00+00:00"},
            "draftedAt":"2026-03-04T11:40:00+00:00","sentAt":"{{SentAt}}","asks":[{{Ask("e", "withdrawing")}},{{Ask("f", "withdrawing")}}]}],"timeline":[]}
            """),
        ("incident", "inc/cad/3", $$"""{{{Report.Replace("cad:1", "cad:3", StringComparison.Ordinal)}},"status":"active","createdAt":"{{SentAt}}","revision":1}"""),
        ("owner", "own/a", Inbox("a", 1)),
        ("owner", "own/c", Inbox("c", 1)),
        ("owner", "own/e", Inbox("e", 2)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_PostgreSQL_database_with_open_canvasses_is_upgraded_and_every_ask_is_there_once()
    {
        await using var database = await TestPostgres.CreateAsync(server);
        await database.MigrateAsync(Before("Postgres"));
        foreach (var (state, grain, json) in Rows)
        {
            var row = ProcessRow.Of(new(grain, state));
            await using var command = new NpgsqlCommand
            {
                Connection = await database.Database.Source.OpenConnectionAsync(Cancellation),
                CommandText = """
                    INSERT INTO OrleansStorage (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
                    VALUES ($1, $2, 0, 0, $3, $4, 'test', $5, now(), 4)
                    """,
            };
            command.Parameters.Add(new() { Value = row.GrainHash });
            command.Parameters.Add(new() { Value = row.StateHash });
            command.Parameters.Add(new() { Value = state });
            command.Parameters.Add(new() { Value = grain });
            command.Parameters.Add(new() { Value = Encoding.UTF8.GetBytes(json) });
            await command.ExecuteNonQueryAsync(Cancellation);
            await command.Connection.DisposeAsync();
        }

        await database.MigrateAsync();

        using var meter = new TestMeter();
        await using var store = TestProcesses.Store(database.Database, meter.Meter);
        await using var asks = new PostgresAskTable(database.Database, TimeProvider.System, new());
        await CheckAsync(store, asks, new PostgresOutbox(database.Database), new PostgresIncidentIndex(database.Database));
        Assert.Equal(0, await database.AskAsync<long>("SELECT count(*) FROM OrleansStorage WHERE GrainTypeString = 'owner'"));
    }

    [Fact]
    public async Task A_SQLite_database_with_open_canvasses_is_upgraded_and_every_ask_is_there_once()
    {
        using var database = new TestDatabase();
        await database.MigrateAsync(Before("Sqlite"));
        foreach (var (state, grain, json) in Rows)
        {
            var row = ProcessRow.Of(new(grain, state));
            await database.Database.WriteAsync(
                connection =>
                {
                    using var command = connection.Command(
                        """
                        INSERT INTO OrleansStorage (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
                        VALUES ($grainHash, $stateHash, 0, 0, $state, $grain, 'test', $payload, datetime('now'), 4);
                        """,
                        "$grainHash", "$stateHash", "$state", "$grain", "$payload");
                    return command.Bind(row.GrainHash, row.StateHash, state, grain, Encoding.UTF8.GetBytes(json)).ExecuteNonQuery();
                },
                Cancellation);
        }

        await database.MigrateAsync();

        using var meter = new TestMeter();
        await using var store = TestProcesses.Store(database.Database, meter.Meter);
        await CheckAsync(
            store, new SqliteAskTable(database.Database), new SqliteOutbox(database.Database), new SqliteIncidentIndex(database.Database));
        Assert.Equal(0, await database.AskAsync<long>("SELECT count(*) FROM OrleansStorage WHERE GrainTypeString = 'owner';"));
    }

    [Fact]
    public async Task Upgrade_is_refused_while_a_silo_of_an_older_version_runs()
    {
        await using var database = await TestPostgres.CreateAsync(server);
        await database.MigrateAsync(Before("Postgres"));
        await database.AskAsync<int>(
            """
            INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES ('canvass');
            INSERT INTO OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
            VALUES ('canvass', '127.0.0.1', 11111, 1, 'old', 'old', 3, 30000, now() AT TIME ZONE 'utc', now() AT TIME ZONE 'utc');
            SELECT 1
            """);
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        time.AutoAdvanceAmount = PostgresMigratorTimeout;

        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.Migrator(time: time).MigrateAsync(Cancellation));

        Assert.Contains("Silos of an older version", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await database.AskAsync<long>("SELECT count(*) FROM information_schema.tables WHERE table_name = 'ask'"));
    }

    private static TimeSpan PostgresMigratorTimeout => Canvass.Storage.Postgres.PostgresMigrator.Timeout;

    private static async Task CheckAsync(ProcessStore store, IAskTable asks, Grains.Outbox.IOutbox outbox, Grains.Incidents.IIncidentIndex index)
    {
        foreach (var (owner, state) in new[] { ("a", AskState.Delivered), ("b", AskState.Pending), ("c", AskState.Delivered), ("e", AskState.Withdrawn) })
        {
            var ask = Assert.Single(await asks.RecentAsync(new(owner), default, Cancellation));
            Assert.Equal((state, $"cam-{owner}"), (ask.State, ask.Cameras.Single().Id));
        }

        Assert.DoesNotContain(new OwnerKey("f"), await asks.AskedAsync(new("cad", "2"), Cancellation));
        Assert.Empty(await asks.RecentAsync(new("d"), default, Cancellation));

        var incident = await StateAsync("inc/cad/1", "incident");
        Assert.Equal((2, 2, true), (incident["lastEvent"]!.GetValue<int>(), incident["lastCanvass"]!.GetValue<int>(), incident["timeline"] is null));
        Assert.Equal(2, (await index.EventsAsync(new("cad", "1"), 0, 10, Cancellation)).Count);
        var draft = await StateAsync("can/cad/1/2", "canvass");
        Assert.Equal("d", draft["integrated"]![0]!["owner"]!.GetValue<string>());
        Assert.True((await StateAsync("can/cad/1/1", "canvass"))["isWorkedOut"]!.GetValue<bool>());
        Assert.Equal("found", (await StateAsync("inc/cad/2", "incident"))["outcome"]!.GetValue<string>());
        Assert.NotNull(await StateAsync("inc/cad/3", "incident"));

        // What was on its way is claimed at once; nothing else is.
        var claimed = await outbox.ClaimAsync(TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(20), 10, Cancellation);
        Assert.Contains(("can/cad/1/1", "Deferred"), claimed.Select(message => (message.Subject, message.Payload)));
        Assert.DoesNotContain(claimed, message => message.Subject.Contains("cad/2", StringComparison.Ordinal));

        async Task<JsonNode> StateAsync(string grain, string state) =>
            JsonNode.Parse((await store.ReadAsync(new(grain, state), Cancellation))!.Payload)!;
    }

    private static MigrationSet Before(string kind)
    {
        var all = MigrationSet.Embedded(kind).Migrations;
        return new(all.TakeWhile(migration => migration.Name != AskMigration.Name));
    }

    private static string Ask(string owner, string state) => $$"""
        {"owner":"{{owner}}","cameras":["cam-{{owner}}"],"integrated":1,"firstOverwriteAt":"2036-03-10T10:00:00+00:00",
        "firstIntegratedOverwriteAt":"2036-03-10T10:00:00+00:00","lastOverwriteAt":"2036-03-10T10:00:00+00:00","state":"{{state}}"}
        """;

    private static string Inbox(string owner, int incident) => $$"""
        {"inbox":[{"incident":"cad:{{incident}}","ask":{"incident":"cad:{{incident}}","canvass":1,"owner":"{{owner}}","cameras":["cam-{{owner}}"],
        "window":{"from":"2026-03-04T10:00:00+00:00","to":"2026-03-04T11:00:00+00:00"},"agency":"apd","reason":"larceny","sentAt":"{{SentAt}}",
        "footageUntil":"2036-03-10T10:00:00+00:00","expiresAt":"2036-03-14T12:00:00+00:00"},"receivedAt":"{{SentAt}}"}]}
        """;
}
