using Canvass.Storage.Migrations;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Canvass.Storage.Tests.Postgres;

[Trait("Category", "Storage")]
public sealed class PostgresMigratorTests(SharedPostgres server) : IAsyncLifetime
{
    private static readonly MigrationSet Known = MigrationSet.Embedded("Postgres");

    private TestPostgres? _database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestPostgres Database => _database!;

    public async ValueTask InitializeAsync() => _database = await TestPostgres.CreateAsync(server);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public async Task Silos_that_start_at_once_take_every_migration_exactly_once()
    {
        var silos = Enumerable.Range(0, 8).Select(_ => new TestPostgres(Database.ConnectionString)).ToList();

        var taken = await Task.WhenAll(silos.Select(silo => Task.Run(() => silo.Migrator().MigrateAsync(agreeOnGrid: true, Cancellation))));
        await Task.WhenAll(silos.Select(silo => silo.DisposeAsync().AsTask()));

        Assert.Equal(Known.Migrations, taken.SelectMany(steps => steps));
        Assert.Equal(Known.Migrations.Count, await Database.AskAsync<long>("SELECT count(*) FROM schema_migration"));
        Assert.Equal(1, await Database.AskAsync<long>("SELECT count(*) FROM grid"));
    }

    [Fact]
    public async Task An_older_database_takes_what_it_lacks()
    {
        await Database.MigrateAsync(Known.With("SELECT 1;"));
        await Assert.ThrowsAsync<StorageException>(() => Database.MigrateAsync());

        var (applied, pending) = await Database.Migrator(Known.With("SELECT 1;").With("SELECT 2;")).StatusAsync(Cancellation);
        Assert.Equal((Known.Migrations.Count + 1, 1), (applied.Count, pending.Count));
        await Database.MigrateAsync(Known.With("SELECT 1;").With("SELECT 2;"));

        Assert.Equal(Known.Migrations.Count + 2, await Database.AskAsync<int>("SELECT max(version) FROM schema_migration"));
    }

    [Fact]
    public async Task The_status_of_an_empty_database_is_told_without_changing_it()
    {
        var (applied, pending) = await Database.Migrator().StatusAsync(Cancellation);

        Assert.Empty(applied);
        Assert.Equal(Known.Migrations, pending);
        Assert.Equal(0, await Database.AskAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_an_older_version()
    {
        await Database.MigrateAsync(Known.With("CREATE TABLE later (x integer);"));

        var refusal = await Assert.ThrowsAsync<StorageException>(() => Database.MigrateAsync());

        Assert.Contains($"has schema {Known.Migrations.Count + 1}", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageException>(() => Database.Migrator().RequireAsync(Cancellation));
    }

    [Fact]
    public async Task A_migration_in_another_form_is_refused()
    {
        await Database.MigrateAsync();
        await Database.AskAsync<int>("UPDATE schema_migration SET checksum = 'other' WHERE version = 2 RETURNING 1");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => Database.MigrateAsync());

        Assert.Contains("0002_processes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        await Database.MigrateAsync();

        await Assert.ThrowsAsync<StorageException>(
            () => Database.MigrateAsync(Known.With("CREATE TABLE half (x integer); CREATE TABLE camera (x integer);")));

        Assert.Equal(0, await Database.AskAsync<long>("SELECT count(*) FROM pg_tables WHERE tablename = 'half'"));
        await Database.MigrateAsync();
    }

    [Fact]
    public async Task Another_cell_resolution_than_at_creation_is_refused_naming_both()
    {
        await Database.MigrateAsync(cellResolution: 8);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => Database.MigrateAsync(cellResolution: 9));

        Assert.Contains("resolution 8", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Canvass__CellResolution is 9", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_ahead_of_the_silos_leaves_the_cell_resolution_to_the_first_of_them()
    {
        await Database.Migrator().MigrateAsync(agreeOnGrid: false, Cancellation);
        await Database.MigrateAsync(cellResolution: 9);

        Assert.Equal(9, await Database.AskAsync<int>("SELECT cell_resolution FROM grid"));
    }

    [Fact]
    public async Task A_user_who_may_not_create_tables_is_told_so_on_an_empty_database_and_may_start_silos_on_a_migrated_one()
    {
        var name = Database.Database.Name;
        await Database.AskAsync<object>($"CREATE ROLE \"{name}-silo\" LOGIN PASSWORD 'silo'; SELECT 1;");
        var address = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Username = $"{name}-silo", Password = "silo" };
        await using var silo = new TestPostgres(address.ConnectionString);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => silo.MigrateAsync());
        Assert.Contains("CREATE on the schema", refusal.Message, StringComparison.Ordinal);

        await Database.MigrateAsync();
        await Database.AskAsync<object>($"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \"{name}-silo\"; SELECT 1;");
        await silo.MigrateAsync();
    }

    [Theory]
    [InlineData("Password=wrong", "does not accept user name and password")]
    [InlineData("Database=none", "does not exist")]
    public async Task An_address_that_is_wrong_is_refused_at_once_by_what_is_wrong(string change, string reason)
    {
        await using var wrong = new TestPostgres($"{Database.ConnectionString};{change}");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => wrong.MigrateAsync());

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_waited_for_and_then_refused()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(20) };
        await using var nowhere = new TestPostgres("Host=127.0.0.1;Port=1;Username=canvass;Timeout=1");

        var start = nowhere.Migrator(time: time).MigrateAsync(Cancellation);
        while (!start.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Contains("not reached", (await Assert.ThrowsAsync<StorageException>(() => start)).Message, StringComparison.Ordinal);
    }
}
