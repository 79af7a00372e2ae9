using Canvass.Storage.Migrations;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Sqlite;

[Trait("Category", "Storage")]
public sealed class SqliteMigratorTests : IDisposable
{
    private static readonly MigrationSet Known = MigrationSet.Embedded("Sqlite");

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_new_database_takes_every_migration_once()
    {
        await _database.MigrateAsync();
        var first = await RecordAsync();
        await _database.MigrateAsync();

        Assert.Equal(first, await RecordAsync());
        Assert.Equal(Known.Migrations.Count, await _database.AskAsync<long>("SELECT count(*) FROM schema_migration;"));
    }

    [Fact]
    public async Task An_older_database_takes_what_it_lacks()
    {
        await _database.MigrateAsync(new(Known.Migrations.Take(2)));
        await _database.MigrateAsync();

        Assert.Equal(Known.Migrations.Count, await _database.AskAsync<long>("SELECT max(version) FROM schema_migration;"));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_an_older_version()
    {
        await _database.MigrateAsync(Known.With("CREATE TABLE later (x);"));

        var refusal = await Assert.ThrowsAsync<StorageException>(() => _database.MigrateAsync());

        Assert.Contains($"has schema {Known.Migrations.Count + 1}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {Known.Migrations.Count} only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_in_another_form_is_refused()
    {
        await _database.MigrateAsync();
        await _database.AskAsync<long>("UPDATE schema_migration SET checksum = 'other' WHERE version = 2 RETURNING 1;");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => _database.MigrateAsync());

        Assert.Contains("0002_processes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        await _database.MigrateAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => _database.MigrateAsync(Known.With("CREATE TABLE half (x); CREATE TABLE camera (x);")));

        Assert.Equal(0, await _database.AskAsync<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'half';"));
        await _database.MigrateAsync();
    }

    [Fact]
    public async Task Another_cell_resolution_than_at_creation_is_refused_naming_both()
    {
        await _database.MigrateAsync(cellResolution: 8);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => _database.MigrateAsync(cellResolution: 9));

        Assert.Contains("resolution 8", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Canvass__CellResolution is 9", refusal.Message, StringComparison.Ordinal);
        await _database.MigrateAsync(cellResolution: 8);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public async Task A_cell_resolution_out_of_range_creates_nothing(int cellResolution)
    {
        await Assert.ThrowsAsync<StorageException>(() => _database.MigrateAsync(cellResolution: cellResolution));

        Assert.Equal(0, await _database.AskAsync<long>("SELECT count(*) FROM sqlite_schema;"));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    public async Task A_cell_resolution_at_the_edge_is_recorded(int cellResolution)
    {
        await _database.MigrateAsync(cellResolution: cellResolution);

        Assert.Equal(cellResolution, await _database.AskAsync<long>("SELECT cell_resolution FROM grid;"));
    }

    private Task<string> RecordAsync() =>
        _database.AskAsync<string>("SELECT group_concat(version || name || checksum || applied_at) FROM schema_migration;");
}
