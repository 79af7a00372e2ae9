using Canvass.Contracts.Cameras;
using Canvass.Grains.Registry;
using Canvass.Storage.Cameras;
using Canvass.Storage.Migrations;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;
using static Canvass.Storage.Tests.Fixtures.TestCameras;

namespace Canvass.Storage.Tests.Cameras;

/// <summary>A registry that the version before filled, with the tables as that version had them.</summary>
[Trait("Category", "Storage")]
public sealed class RegistryUpgradeTests(SharedPostgres server)
{
    private const int Count = 500;
    private static readonly CameraState[] Filled =
    [
        .. Enumerable.Range(0, Count).Select(number => Camera(
            $"cam-{number:D3}", [number % 7, 7], number % 5 == 0 ? CameraTier.Registered : CameraTier.Integrated, latDeg: 33.7 + (number * 0.0001))),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filled_PostgreSQL_registry_is_upgraded_and_nothing_is_lost()
    {
        await using var database = await TestPostgres.CreateAsync(server);
        await database.MigrateAsync(Before("Postgres", 6));
        foreach (var (state, revision) in Filled.Zip(Enumerable.Range(1, Count)))
        {
            await using var command = database.Database.Source.CreateCommand(
                """
                INSERT INTO camera (id, revision, tier, agency, owner, lat, lng, home_cell, cells, document)
                VALUES ($1, nextval('camera_revision'), $2, $3, $4, $5, $6, $7, $8, $9)
                """);
            var camera = state.Camera!;
            command.Parameters.Add(new() { Value = camera.Key.Id });
            command.Parameters.Add(new() { Value = TierColumn.Of(camera.Tier) });
            command.Parameters.Add(new() { Value = camera.Agency! });
            command.Parameters.Add(new() { Value = camera.Owner.Id });
            command.Parameters.Add(new() { Value = camera.Position.LatDeg });
            command.Parameters.Add(new() { Value = camera.Position.LngDeg });
            command.Parameters.Add(new() { Value = (long)state.Home.Value });
            command.Parameters.Add(new() { Value = CellColumn.Of(state.Cells) });
            command.Parameters.Add(new() { Value = CameraDocument.Write(state) });
            await command.ExecuteNonQueryAsync(Cancellation);
            foreach (var cell in CellColumn.Of(state.Cells))
            {
                await database.AskAsync<object>(
                    $"INSERT INTO camera_cell (cell, camera_id, revision) VALUES ({cell}, '{camera.Key.Id}', {revision}) RETURNING 1");
            }
        }

        await database.MigrateAsync();

        await CheckAsync(new PostgresCameraRegistry(database.Database, TimeProvider.System, new()));
        Assert.Equal(0, await database.AskAsync<long>(
            "SELECT count(*) FROM information_schema.columns WHERE table_name = 'camera' AND column_name IN ('agency', 'owner', 'cells')"));
        Assert.Equal(0, await database.AskAsync<long>(
            "SELECT count(*) FROM camera_cell WHERE NOT EXISTS (SELECT FROM camera WHERE id = camera_id AND camera.revision = camera_cell.revision)"));
    }

    [Fact]
    public async Task A_filled_SQLite_registry_is_upgraded_and_nothing_is_lost()
    {
        using var database = new TestDatabase();
        await database.MigrateAsync(Before("Sqlite", 5));
        await database.Database.WriteAsync(
            connection =>
            {
                using var camera = connection.Command(
                    "INSERT INTO camera (id, revision, tier, agency, owner, lat, lng, home_cell, document) VALUES ($i, $r, $t, $a, $o, $y, $x, $h, $d);",
                    "$i", "$r", "$t", "$a", "$o", "$y", "$x", "$h", "$d");
                using var entered = connection.Command("INSERT INTO camera_cell (cell, camera_id, revision) VALUES ($c, $i, $r);", "$c", "$i", "$r");
                foreach (var (state, revision) in Filled.Zip(Enumerable.Range(1, Count)))
                {
                    var of = state.Camera!;
                    camera.Bind(
                        of.Key.Id, revision, TierColumn.Of(of.Tier), of.Agency, of.Owner.Id, of.Position.LatDeg, of.Position.LngDeg,
                        (long)state.Home.Value, CameraDocument.Write(state)).ExecuteNonQuery();
                    foreach (var cell in CellColumn.Of(state.Cells))
                    {
                        entered.Bind(cell, of.Key.Id, revision).ExecuteNonQuery();
                    }
                }

                using var last = connection.Command("UPDATE camera_revision SET last = $last;", "$last").Bind(Count);
                return last.ExecuteNonQuery();
            },
            Cancellation);

        await database.MigrateAsync();

        await CheckAsync(new SqliteCameraRegistry(database.Database));
        Assert.Equal(0, await database.AskAsync<long>("SELECT count(*) FROM pragma_table_info('camera') WHERE name IN ('agency', 'owner');"));
        Assert.Equal(0, await database.AskAsync<long>(
            "SELECT count(*) FROM camera_cell LEFT JOIN camera ON id = camera_id WHERE camera.revision IS NOT camera_cell.revision;"));
    }

    /// <summary>Everything is found as it was, by id, by cell and by place, and can be changed and deleted.</summary>
    private static async Task CheckAsync(ICameraRegistry registry)
    {
        var rows = await registry.FindManyAsync([.. Filled.Select(state => state.Camera!.Key)], Cancellation);
        Assert.All(Filled.Zip(rows), pair => AssertSame(pair.First, pair.Second!.State));
        Assert.Equal(Enumerable.Range(1, Count).Select(revision => (long)revision), rows.Select(row => row!.Revision));
        Assert.Equal(Count, (await registry.LoadCellAsync(Cells.Cell(7), Cancellation)).Count);
        Assert.Equal(new CellDigest(Count, Count * (Count + 1) / 2), await registry.DigestCellAsync(Cells.Cell(7), Cancellation));
        Assert.Equal(
            ["cam-011", "cam-012", "cam-013"],
            (await registry.ListIntegratedAsync(new(-84.4, 33.70105, -84.38, 33.70135), null, 10, Cancellation)).Select(state => state.Camera!.Key.Id));

        var moved = await registry.WriteAsync(Camera("cam-000", [9]), rows[0], Cancellation);
        Assert.True(moved!.Revision > Count);
        Assert.True(await registry.DeleteAsync(rows[1]!, Cancellation));
        Assert.Equal(Count - 2, (await registry.DigestCellAsync(Cells.Cell(7), Cancellation)).Count);
    }

    private static MigrationSet Before(string kind, int last) => new(MigrationSet.Embedded(kind).Migrations.Take(last));
}
