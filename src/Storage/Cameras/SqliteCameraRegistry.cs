using System.Text.Json;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Registry;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Cameras;

/// <summary>The registry in the embedded database.</summary>
internal sealed class SqliteCameraRegistry(SqliteDatabase database) : ICameraRegistry
{
    private const string InRanges =
        """
        (SELECT value ->> 0 AS low, value ->> 1 AS high FROM json_each($ranges)) AS home
         CROSS JOIN camera INDEXED BY camera_home ON home_cell BETWEEN low AND high
         WHERE tier = 'integrated'
        """;

    /// <inheritdoc/>
    public Task<RegistryEntry?> FindAsync(CameraKey camera, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command("SELECT document, revision FROM camera WHERE id = $id;", "$id").Bind(camera.Id);
                return command.ReadAll(ReadEntry).SingleOrDefault();
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryEntry?>> FindManyAsync(IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken) =>
        cameras.Count == 0 ? Task.FromResult<IReadOnlyList<RegistryEntry?>>([]) : database.ReadAsync<IReadOnlyList<RegistryEntry?>>(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT document, revision FROM camera WHERE id IN (SELECT value FROM json_each($ids));", "$ids")
                    .Bind(JsonSerializer.Serialize(cameras.Select(camera => camera.Id)));
                var found = command.ReadAll(ReadEntry).ToDictionary(entry => entry.State.Camera!.Key);
                return [.. cameras.Select(camera => found.GetValueOrDefault(camera))];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryEntry?> WriteAsync(CameraState camera, RegistryEntry? known, CancellationToken cancellationToken)
    {
        var id = CameraDocument.Of(camera, known).Key.Id;
        return database.WriteAsync(
            connection =>
            {
                using var writer = new CameraWriter(connection);
                if (writer.Find(id)?.Revision != known?.Revision)
                {
                    return null;
                }

                var written = writer.Write(known, camera);
                writer.Finish();
                return written;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(RegistryEntry known, CancellationToken cancellationToken)
    {
        var id = CameraDocument.Of(known.State).Key.Id;
        return database.WriteAsync(
            connection =>
            {
                using var writer = new CameraWriter(connection);
                if (writer.Find(id)?.Revision != known.Revision)
                {
                    return false;
                }

                writer.Delete(known);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryChange>> ImportAsync(
        IReadOnlyList<CameraState> cameras, Func<CameraState?, CameraState, CameraState?> merge, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<RegistryChange>>(
            connection =>
            {
                using var writer = new CameraWriter(connection);
                var changes = new List<RegistryChange>(cameras.Count);
                foreach (var incoming in cameras)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var known = writer.Find(CameraDocument.Of(incoming).Key.Id);
                    var merged = CameraMerge.Decide(known, incoming, merge);
                    changes.Add(new(known, merged is null ? known! : writer.Write(known, merged)));
                }

                writer.Finish();
                return changes;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryEntry>> LoadCellAsync(H3Index cell, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RegistryEntry>>(
            connection =>
            {
                using var command = connection.Command(
                    """
                    SELECT camera.document, camera.revision
                      FROM camera_cell JOIN camera ON camera.id = camera_cell.camera_id
                     WHERE camera_cell.cell = $cell;
                    """,
                    "$cell").Bind(unchecked((long)cell.Value));
                return command.ReadAll(ReadEntry);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<CellDigest> DigestCellAsync(H3Index cell, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT count(*), ifnull(sum(revision), 0) FROM camera_cell WHERE cell = $cell;", "$cell").Bind(unchecked((long)cell.Value));
                return command.ReadAll(row => new CellDigest(row.GetInt32(0), row.GetInt64(1))).Single();
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CameraState>> ListIntegratedAsync(
        BoundingBox? box, string? after, int limit, CancellationToken cancellationToken) =>
        box is { } given && HomeRanges.Around(given) is { } ranges && await AreFewAsync(ranges, cancellationToken)
            ? await ListNearAsync(given, ranges, after, limit, cancellationToken)
            : await ListByIdAsync(box, after, limit, cancellationToken);

    private Task<bool> AreFewAsync(IReadOnlyList<(long Low, long High)> ranges, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    $"SELECT count(*) FROM (SELECT 1 FROM {InRanges} LIMIT $most);", "$ranges", "$most")
                    .Bind(Json(ranges), HomeRanges.MaxCameras + 1);
                return (long)command.ExecuteScalar()! <= HomeRanges.MaxCameras;
            },
            cancellationToken);

    private Task<List<CameraState>> ListNearAsync(
        BoundingBox box, IReadOnlyList<(long Low, long High)> ranges, string? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    $"""
                    SELECT document
                      FROM camera
                     WHERE id IN (SELECT id FROM {InRanges} AND id > $after {SqliteBox.Filter(box)} ORDER BY id LIMIT $limit)
                     ORDER BY id;
                    """,
                    "$ranges", "$after", "$limit").Bind(Json(ranges), after ?? "", limit);
                SqliteBox.Bind(command, box);
                return command.ReadAll(row => CameraDocument.Read(row.GetString(0)));
            },
            cancellationToken);

    private Task<List<CameraState>> ListByIdAsync(BoundingBox? box, string? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    $"""
                    SELECT document
                      FROM camera INDEXED BY camera_integrated
                     WHERE tier = 'integrated' AND id > $after {SqliteBox.Filter(box)}
                     ORDER BY id
                     LIMIT $limit;
                    """,
                    "$after", "$limit").Bind(after ?? "", limit);
                SqliteBox.Bind(command, box);
                return command.ReadAll(row => CameraDocument.Read(row.GetString(0)));
            },
            cancellationToken);

    private static string Json(IReadOnlyList<(long Low, long High)> ranges) =>
        JsonSerializer.Serialize(ranges.Select(range => new[] { range.Low, range.High }));

    private static RegistryEntry ReadEntry(SqliteDataReader row) => new(CameraDocument.Read(row.GetString(0)), row.GetInt64(1));
}
