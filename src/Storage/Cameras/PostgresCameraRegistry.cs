using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Registry;
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
            INSERT INTO camera (id, revision, tier, lat, lng, home_cell, document)
            VALUES ($1, nextval('camera_revision'), $2, $3, $4, $5, $6)
                ON CONFLICT (id) DO NOTHING
            RETURNING revision
        ),
        entered AS
        (
            INSERT INTO camera_cell (cell, camera_id, revision)
            SELECT entry.cell, $1, written.revision FROM written, unnest($7) AS entry (cell)
        )
        SELECT revision FROM written
        """;

    private const string Update =
        """
        WITH known AS
        (
            SELECT id FROM camera WHERE id = $1 AND revision = $8 FOR UPDATE
        ),
        written AS
        (
            UPDATE camera
               SET revision = nextval('camera_revision'), tier = $2, lat = $3, lng = $4, home_cell = $5, document = $6
              FROM known
             WHERE camera.id = known.id
            RETURNING camera.revision
        ),
        withdrawn AS
        (
            DELETE FROM camera_cell
             USING known, unnest($9) AS entry (cell)
             WHERE camera_cell.cell = entry.cell AND camera_cell.camera_id = known.id
        ),
        entered AS
        (
            INSERT INTO camera_cell (cell, camera_id, revision)
            SELECT entry.cell, $1, written.revision FROM written, unnest($7) AS entry (cell)
                ON CONFLICT (cell, camera_id) DO UPDATE SET revision = excluded.revision
        )
        SELECT revision FROM written
        """;

    private const string Delete =
        """
        WITH deleted AS
        (
            DELETE FROM camera WHERE id = $1 AND revision = $2 RETURNING id
        ),
        withdrawn AS
        (
            DELETE FROM camera_cell
             USING deleted, unnest($3) AS entry (cell)
             WHERE camera_cell.cell = entry.cell AND camera_cell.camera_id = deleted.id
        )
        SELECT id FROM deleted
        """;

    // The inner query is not merged into the outer one (OFFSET 0), so that each range is one look into the index.
    private const string InRanges =
        """
        unnest($1, $2) AS home (low, high)
         CROSS JOIN LATERAL
        (
            SELECT id, lat, lng FROM camera WHERE tier = 'integrated' AND home_cell BETWEEN home.low AND home.high OFFSET 0
        ) AS near
        """;

    private readonly Batcher<CameraKey, RegistryEntry?> _finds = new(
        new(cameras => FindAsync(database, cameras, CancellationToken.None)) { IsOfAnItem = PostgresFault.IsOfValues }, options, meter: null, time);

    /// <inheritdoc/>
    public Task<RegistryEntry?> FindAsync(CameraKey camera, CancellationToken cancellationToken) => _finds.SubmitAsync(camera, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RegistryEntry?>> FindManyAsync(IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken) =>
        cameras.Count == 0 ? [] : await FindAsync(database, cameras, cancellationToken);

    /// <inheritdoc/>
    public async Task<RegistryEntry?> WriteAsync(CameraState camera, RegistryEntry? known, CancellationToken cancellationToken)
    {
        var described = CameraDocument.Of(camera, known);
        NpgsqlParameter[] columns =
        [
            Text(described.Key.Id), Text(TierColumn.Of(described.Tier)), Double(described.Position.LatDeg), Double(described.Position.LngDeg),
            Bigint(unchecked((long)camera.Home.Value)), Text(CameraDocument.Write(camera)), Bigints(CellColumn.Of(camera.Cells)),
        ];
        var written = known is null
            ? await database.QueryAsync(Insert, ReadRevision, cancellationToken, columns)
            : await database.QueryAsync(
                Update, ReadRevision, cancellationToken,
                [.. columns, Bigint(known.Revision), Bigints(CellColumn.Of(known.State.Cells.Except(camera.Cells)))]);
        return written is [var revision] ? new(camera, revision) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(RegistryEntry known, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            Delete, row => row.GetString(0), cancellationToken, Text(CameraDocument.Of(known.State).Key.Id), Bigint(known.Revision),
            Bigints(CellColumn.Of(known.State.Cells)))).Count == 1;

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
        box is { } given && HomeRanges.Around(given) is { } ranges && await AreFewAsync(ranges, cancellationToken)
            ? await ListNearAsync(given, ranges, after, limit, cancellationToken)
            : await ListByIdAsync(box, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _finds.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<bool> AreFewAsync(IReadOnlyList<(long Low, long High)> ranges, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            $"SELECT count(*) FROM (SELECT 1 FROM {InRanges} LIMIT $3) AS counted", row => row.GetInt64(0), cancellationToken,
            [.. Bind(ranges), Bigint(HomeRanges.MaxCameras + 1)])).Single() <= HomeRanges.MaxCameras;

    private Task<List<CameraState>> ListNearAsync(
        BoundingBox box, IReadOnlyList<(long Low, long High)> ranges, string? after, int limit, CancellationToken cancellationToken) =>
        database.QueryAsync(
            $"""
            WITH page AS MATERIALIZED
            (
                SELECT id FROM {InRanges} WHERE id > $3 {PostgresBox.Filter(box, first: 5)} ORDER BY id LIMIT $4
            )
            SELECT camera.document FROM page JOIN camera USING (id) ORDER BY id
            """,
            row => CameraDocument.Read(row.GetString(0)), cancellationToken,
            [.. Bind(ranges), Text(after ?? ""), Bigint(limit), .. PostgresBox.Bind(box)]);

    private Task<List<CameraState>> ListByIdAsync(BoundingBox? box, string? after, int limit, CancellationToken cancellationToken) =>
        database.QueryAsync(
            $"""
            SELECT document
              FROM camera
             WHERE tier = 'integrated' AND id > $1 {PostgresBox.Filter(box, first: 3)}
             ORDER BY id
             LIMIT $2
            """,
            row => CameraDocument.Read(row.GetString(0)), cancellationToken, [Text(after ?? ""), Bigint(limit), .. PostgresBox.Bind(box)]);

    private static NpgsqlParameter[] Bind(IReadOnlyList<(long Low, long High)> ranges) =>
        [Bigints([.. ranges.Select(range => range.Low)]), Bigints([.. ranges.Select(range => range.High)])];

    private static async Task<IReadOnlyList<RegistryEntry?>> FindAsync(
        PostgresDatabase database, IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            "SELECT document, revision FROM camera WHERE id = ANY ($1)", ReadEntry, cancellationToken,
            Texts([.. cameras.Select(camera => camera.Id)]));
        var entries = found.ToDictionary(entry => entry.State.Camera!.Key);
        return [.. cameras.Select(camera => entries.GetValueOrDefault(camera))];
    }

    private static RegistryEntry ReadEntry(NpgsqlDataReader row) => new(CameraDocument.Read(row.GetString(0)), row.GetInt64(1));

    private static long ReadRevision(NpgsqlDataReader row) => row.GetInt64(0);
}
