using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Cameras;
using Canvass.Storage.Batching;
using Canvass.Storage.Postgres;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Cameras;

/// <summary>The registry in PostgreSQL. Everything but an import is one statement: one round trip, and a transaction by itself. Cameras that many
/// ask for at a time are found by one statement.</summary>
internal sealed class PostgresCameraRegistry(PostgresDatabase database, TimeProvider time, BatcherOptions options)
    : ICameraRegistry, IAsyncDisposable, IDisposable
{
    private const string Insert =
        """
        WITH written AS
        (
            INSERT INTO camera (id, revision, tier, agency, owner, lat, lng, home_cell, cells, document)
            VALUES ($1, nextval('camera_revision'), $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (id) DO NOTHING
            RETURNING revision
        ),
        entered AS
        (
            INSERT INTO camera_cell (cell, camera_id, revision)
            SELECT entry.cell, $1, written.revision FROM written, unnest($8) AS entry (cell)
        )
        SELECT revision FROM written
        """;

    private const string Update =
        """
        WITH known AS
        (
            SELECT id, cells FROM camera WHERE id = $1 AND revision = $10 FOR UPDATE
        ),
        written AS
        (
            UPDATE camera
               SET revision = nextval('camera_revision'), tier = $2, agency = $3, owner = $4, lat = $5, lng = $6, home_cell = $7,
                   cells = $8, document = $9
              FROM known
             WHERE camera.id = known.id
            RETURNING camera.revision
        ),
        withdrawn AS
        (
            DELETE FROM camera_cell
             USING known, unnest(known.cells) AS entry (cell)
             WHERE camera_cell.cell = entry.cell AND camera_cell.camera_id = known.id AND entry.cell <> ALL ($8)
        ),
        entered AS
        (
            INSERT INTO camera_cell (cell, camera_id, revision)
            SELECT entry.cell, $1, written.revision FROM written, unnest($8) AS entry (cell)
                ON CONFLICT (cell, camera_id) DO UPDATE SET revision = excluded.revision
        )
        SELECT revision FROM written
        """;

    private const string Delete =
        """
        WITH deleted AS
        (
            DELETE FROM camera WHERE id = $1 AND revision = $2 RETURNING id, cells
        ),
        withdrawn AS
        (
            DELETE FROM camera_cell
             USING deleted, unnest(deleted.cells) AS entry (cell)
             WHERE camera_cell.cell = entry.cell AND camera_cell.camera_id = deleted.id
        )
        SELECT id FROM deleted
        """;

    private readonly Batcher<CameraKey, RegistryEntry?> _finds = new(
        new(cameras => FindAsync(database, cameras)) { IsOfAnItem = PostgresFault.IsOfValues }, options, meter: null, time);

    /// <inheritdoc/>
    public Task<RegistryEntry?> FindAsync(CameraKey camera, CancellationToken cancellationToken) => _finds.SubmitAsync(camera, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryEntry?>> FindManyAsync(IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken) =>
        FindAsync(database, cameras);

    /// <inheritdoc/>
    public async Task<long?> WriteAsync(CameraState camera, long? expectedRevision, CancellationToken cancellationToken)
    {
        var described = CameraDocument.Of(camera);
        NpgsqlParameter[] columns =
        [
            Text(described.Key.Id), Text(TierColumn.Of(described.Tier)), Text(described.Agency), Text(described.Owner.Id),
            Double(described.Position.LatDeg), Double(described.Position.LngDeg), Bigint(unchecked((long)camera.Home.Value)),
            Bigints(CellColumn.Of(camera.Cells)), Text(CameraDocument.Write(camera)),
        ];
        var written = expectedRevision is { } expected
            ? await database.QueryAsync(Update, ReadRevision, cancellationToken, [.. columns, Bigint(expected)])
            : await database.QueryAsync(Insert, ReadRevision, cancellationToken, columns);
        return written is [var revision] ? revision : null;
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(CameraKey camera, long expectedRevision, CancellationToken cancellationToken) =>
        (await database.QueryAsync(Delete, row => row.GetString(0), cancellationToken, Text(camera.Id), Bigint(expectedRevision))).Count == 1;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryChange>> ImportAsync(
        IReadOnlyList<CameraState> cameras, Func<CameraState?, CameraState, CameraState?> merge, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => new PostgresCameraImport(connection).RunAsync(cameras, merge, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RegistryEntry>> LoadCellAsync(H3Index cell, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            """
            SELECT camera.document, camera.revision
              FROM camera_cell JOIN camera ON camera.id = camera_cell.camera_id
             WHERE camera_cell.cell = $1
            """,
            ReadEntry, cancellationToken, Bigint(unchecked((long)cell.Value)));

    /// <inheritdoc/>
    public async Task<CellDigest> DigestCellAsync(H3Index cell, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            "SELECT count(*)::integer, coalesce(sum(revision), 0)::bigint FROM camera_cell WHERE cell = $1",
            row => new CellDigest(row.GetInt32(0), row.GetInt64(1)), cancellationToken, Bigint(unchecked((long)cell.Value))))
        .Single();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CameraState>> ListIntegratedAsync(
        BoundingBox? box, string? after, int limit, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            $"""
            SELECT document
              FROM camera
             WHERE tier = 'integrated' AND id > $1 {PostgresBox.Filter(box, first: 3)}
             ORDER BY id
             LIMIT $2
            """,
            row => CameraDocument.Read(row.GetString(0)), cancellationToken, [Text(after ?? ""), Bigint(limit), .. PostgresBox.Bind(box)]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _finds.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<RegistryEntry?>> FindAsync(PostgresDatabase database, IReadOnlyList<CameraKey> cameras)
    {
        var found = await database.QueryAsync(
            "SELECT document, revision FROM camera WHERE id = ANY ($1)", ReadEntry, CancellationToken.None,
            Texts([.. cameras.Select(camera => camera.Id)]));
        var entries = found.ToDictionary(entry => entry.State.Camera!.Key);
        return [.. cameras.Select(camera => entries.GetValueOrDefault(camera))];
    }

    private static RegistryEntry ReadEntry(NpgsqlDataReader row) => new(CameraDocument.Read(row.GetString(0)), row.GetInt64(1));

    private static long ReadRevision(NpgsqlDataReader row) => row.GetInt64(0);
}
