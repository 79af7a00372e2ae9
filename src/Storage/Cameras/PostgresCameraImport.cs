using Canvass.Grains.Registry;
using Canvass.Storage.Postgres;
using Npgsql;
using NpgsqlTypes;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Cameras;

/// <summary>
/// An import into PostgreSQL, within a transaction: known rows are locked, merged here and written by one statement for all; new ones
/// are copied in. Always in the order of ids, so that two imports do not wait for each other in a circle.
/// </summary>
/// <param name="connection">A connection with its transaction.</param>
internal sealed class PostgresCameraImport(NpgsqlConnection connection)
{
    /// <summary>Writes them.</summary>
    /// <returns>For every camera, in order, what was known and what is.</returns>
    /// <exception cref="PostgresException">A unique violation, where somebody else wrote one of the new cameras meanwhile.</exception>
    public async Task<IReadOnlyList<RegistryChange>> RunAsync(
        IReadOnlyList<CameraState> cameras, Func<CameraState?, CameraState, CameraState?> merge, CancellationToken cancellationToken)
    {
        var known = await LockAsync(cameras, cancellationToken);
        var changes = new RegistryChange[cameras.Count];
        List<(int At, RegistryEntry? Known, CameraState Merged)> writes = [];
        for (var i = 0; i < cameras.Count; i++)
        {
            var before = known.GetValueOrDefault(Id(cameras[i]));
            if (CameraMerge.Decide(before, cameras[i], merge) is { } merged)
            {
                writes.Add((i, before, merged));
            }
            else
            {
                changes[i] = new(before, before!);
            }
        }

        var revisions = await DrawRevisionsAsync(writes.Count, cancellationToken);
        List<RegistryChange> written = [.. writes.Zip(revisions, (write, revision) =>
            changes[write.At] = new(write.Known, new(write.Merged, revision)))];

        // Ids compare as UTF-8 in the database.
        written.Sort((left, right) => CodePointOrder.Instance.Compare(Id(left.After.State), Id(right.After.State)));
        await UpdateAsync([.. written.Where(change => change.Before is not null)], cancellationToken);
        await CopyAsync([.. written.Where(change => change.Before is null).Select(change => change.After)], cancellationToken);
        return changes;
    }

    private static string Id(CameraState state) => CameraDocument.Of(state).Key.Id;

    private async Task<Dictionary<string, RegistryEntry>> LockAsync(IReadOnlyList<CameraState> cameras, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "SELECT id, document, revision FROM camera WHERE id = ANY ($1) ORDER BY id FOR UPDATE", Texts([.. cameras.Select(Id)]));
        var rows = await command.ReadAllAsync(
            row => (Id: row.GetString(0), Entry: new RegistryEntry(CameraDocument.Read(row.GetString(1)), row.GetInt64(2))), cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Entry);
    }

    /// <summary>Draws revisions: after the rows are locked, so that they are higher than all that these rows ever had.</summary>
    private async Task<List<long>> DrawRevisionsAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("SELECT nextval('camera_revision') FROM generate_series(1, $1)", Bigint(count));
        return await command.ReadAllAsync(row => row.GetInt64(0), cancellationToken);
    }

    private async Task UpdateAsync(List<RegistryChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var states = changes.ConvertAll(change => change.After.State);
        var cameras = states.ConvertAll(CameraDocument.Of);
        await connection.ExecuteAsync(
            """
            UPDATE camera
               SET revision = incoming.revision, tier = incoming.tier, lat = incoming.lat, lng = incoming.lng, home_cell = incoming.home_cell,
                   document = incoming.document
              FROM unnest($1, $2, $3, $4, $5, $6, $7) AS incoming (id, revision, tier, lat, lng, home_cell, document)
             WHERE camera.id = incoming.id
            """,
            cancellationToken,
            Texts([.. cameras.Select(camera => camera.Key.Id)]), Bigints([.. changes.Select(change => change.After.Revision)]),
            Texts([.. cameras.Select(camera => TierColumn.Of(camera.Tier))]), Doubles([.. cameras.Select(camera => camera.Position.LatDeg)]),
            Doubles([.. cameras.Select(camera => camera.Position.LngDeg)]), Bigints(CellColumn.Of(states.Select(state => state.Home))),
            Texts([.. states.Select(CameraDocument.Write)]));

        var left = changes.SelectMany(change => change.Before!.State.Cells.Except(change.After.State.Cells), (change, cell) => (change, cell)).ToList();
        if (left.Count > 0)
        {
            await connection.ExecuteAsync(
                "DELETE FROM camera_cell USING unnest($1, $2) AS entry (cell, id) WHERE camera_cell.cell = entry.cell AND camera_cell.camera_id = entry.id",
                cancellationToken,
                Bigints(CellColumn.Of(left.Select(entry => entry.cell))), Texts([.. left.Select(entry => Id(entry.change.After.State))]));
        }

        var entered = changes.SelectMany(change => change.After.State.Cells, (change, cell) => (change.After, cell)).ToList();
        await connection.ExecuteAsync(
            """
            INSERT INTO camera_cell (cell, camera_id, revision) SELECT * FROM unnest($1, $2, $3)
                ON CONFLICT (cell, camera_id) DO UPDATE SET revision = excluded.revision
            """,
            cancellationToken,
            Bigints(CellColumn.Of(entered.Select(entry => entry.cell))), Texts([.. entered.Select(entry => Id(entry.After.State))]),
            Bigints([.. entered.Select(entry => entry.After.Revision)]));
    }

    private async Task CopyAsync(List<RegistryEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await using (var rows = await connection.BeginBinaryImportAsync(
            "COPY camera (id, revision, tier, lat, lng, home_cell, document) FROM STDIN (FORMAT binary)", cancellationToken))
        {
            foreach (var entry in entries)
            {
                var camera = CameraDocument.Of(entry.State);
                await rows.StartRowAsync(cancellationToken);
                await rows.WriteAsync(camera.Key.Id, NpgsqlDbType.Text, cancellationToken);
                await rows.WriteAsync(entry.Revision, NpgsqlDbType.Bigint, cancellationToken);
                await rows.WriteAsync(TierColumn.Of(camera.Tier), NpgsqlDbType.Text, cancellationToken);
                await rows.WriteAsync(camera.Position.LatDeg, NpgsqlDbType.Double, cancellationToken);
                await rows.WriteAsync(camera.Position.LngDeg, NpgsqlDbType.Double, cancellationToken);
                await rows.WriteAsync(unchecked((long)entry.State.Home.Value), NpgsqlDbType.Bigint, cancellationToken);
                await rows.WriteAsync(CameraDocument.Write(entry.State), NpgsqlDbType.Text, cancellationToken);
            }

            await rows.CompleteAsync(cancellationToken);
        }

        await using var cells = await connection.BeginBinaryImportAsync(
            "COPY camera_cell (cell, camera_id, revision) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var entry in entries)
        {
            var id = Id(entry.State);
            foreach (var cell in CellColumn.Of(entry.State.Cells))
            {
                await cells.StartRowAsync(cancellationToken);
                await cells.WriteAsync(cell, NpgsqlDbType.Bigint, cancellationToken);
                await cells.WriteAsync(id, NpgsqlDbType.Text, cancellationToken);
                await cells.WriteAsync(entry.Revision, NpgsqlDbType.Bigint, cancellationToken);
            }
        }

        await cells.CompleteAsync(cancellationToken);
    }
}
