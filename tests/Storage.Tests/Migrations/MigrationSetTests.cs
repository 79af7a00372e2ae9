using Canvass.Storage.Migrations;

namespace Canvass.Storage.Tests.Migrations;

[Trait("Category", "Unit")]
public sealed class MigrationSetTests
{
    [Fact]
    public void The_embedded_migrations_are_found_in_order() =>
        Assert.Equal(
            ["0001_grid", "0002_processes", "0003_registry", "0004_incidents", "0005_units", "0006_registry", "0007_asks"],
            MigrationSet.Embedded("Sqlite").Migrations.Select(migration => migration.ToString()));

    [Fact]
    public void Line_ends_make_no_difference_to_a_checksum() =>
        Assert.Equal(new Migration(1, "a", "x\ny\n").Checksum, new Migration(1, "a", "x\r\ny\r\n").Checksum);

    [Fact]
    public void Statements_make_a_difference_to_a_checksum() =>
        Assert.NotEqual(new Migration(1, "a", "x").Checksum, new Migration(1, "a", "y").Checksum);

    [Fact]
    public void A_gap_between_migrations_is_refused() =>
        Assert.Throws<ArgumentException>(() => new MigrationSet([new(1, "a", ""), new(3, "c", "")]));

    [Fact]
    public void A_database_with_a_gap_is_refused()
    {
        var set = new MigrationSet([new(1, "a", ""), new(2, "b", "")]);

        Assert.Throws<StorageException>(() => set.Pending([new(2, "b", set.Migrations[1].Checksum)], "x"));
    }
}
