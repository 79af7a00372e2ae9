using Canvass.Grains.Registry;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Cameras;

/// <summary>The statements that change the registry, prepared once for a transaction.</summary>
internal sealed class CameraWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _find = connection.Command("SELECT document, revision FROM camera WHERE id = $id;", "$id");

    private readonly SqliteCommand _write = connection.Command(
        """
        INSERT INTO camera (id, revision, tier, lat, lng, home_cell, document)
        VALUES ($id, $revision, $tier, $lat, $lng, $home, $document)
            ON CONFLICT (id) DO UPDATE
           SET revision = excluded.revision, tier = excluded.tier, lat = excluded.lat, lng = excluded.lng, home_cell = excluded.home_cell,
               document = excluded.document;
        """,
        "$id", "$revision", "$tier", "$lat", "$lng", "$home", "$document");

    private readonly SqliteCommand _delete = connection.Command("DELETE FROM camera WHERE id = $id;", "$id");

    private readonly SqliteCommand _enter = connection.Command(
        """
        INSERT INTO camera_cell (cell, camera_id, revision) VALUES ($cell, $id, $revision)
            ON CONFLICT (cell, camera_id) DO UPDATE SET revision = excluded.revision;
        """,
        "$cell", "$id", "$revision");

    private readonly SqliteCommand _leave = connection.Command(
        "DELETE FROM camera_cell WHERE cell = $cell AND camera_id = $id;", "$cell", "$id");

    private readonly SqliteCommand _readRevision = connection.Command("SELECT last FROM camera_revision;");

    private readonly SqliteCommand _writeRevision = connection.Command("UPDATE camera_revision SET last = $last;", "$last");

    private long? _revision;

    /// <summary>A camera's row.</summary>
    public RegistryEntry? Find(string id)
    {
        using var reader = _find.Bind(id).ExecuteReader();
        return reader.Read() ? new(CameraDocument.Read(reader.GetString(0)), reader.GetInt64(1)) : null;
    }

    /// <summary>Writes a camera's row and its cells.</summary>
    /// <param name="known">The row as it is; null where there is none.</param>
    /// <param name="state">What to write.</param>
    public RegistryEntry Write(RegistryEntry? known, CameraState state)
    {
        var camera = CameraDocument.Of(state);
        var id = camera.Key.Id;
        var revision = NextRevision();
        _write.Bind(
            id, revision, TierColumn.Of(camera.Tier), camera.Position.LatDeg, camera.Position.LngDeg, unchecked((long)state.Home.Value),
            CameraDocument.Write(state)).ExecuteNonQuery();

        foreach (var cell in state.Cells)
        {
            _enter.Bind(unchecked((long)cell.Value), id, revision).ExecuteNonQuery();
        }

        if (known is not null)
        {
            Leave(id, known.State.Cells.Except(state.Cells));
        }

        return new(state, revision);
    }

    /// <summary>Deletes a camera's row and its cells.</summary>
    public void Delete(RegistryEntry known)
    {
        var id = CameraDocument.Of(known.State).Key.Id;
        _delete.Bind(id).ExecuteNonQuery();
        Leave(id, known.State.Cells);
    }

    /// <summary>Records the highest revision given, so that it is never given again. The last act of a transaction.</summary>
    public void Finish()
    {
        if (_revision is { } revision)
        {
            _writeRevision.Bind(revision).ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _write.Dispose();
        _delete.Dispose();
        _enter.Dispose();
        _leave.Dispose();
        _readRevision.Dispose();
        _writeRevision.Dispose();
    }

    private long NextRevision()
    {
        _revision = (_revision ?? (long)_readRevision.ExecuteScalar()!) + 1;
        return _revision.Value;
    }

    private void Leave(string id, IEnumerable<Geo.Hexagons.H3Index> cells)
    {
        foreach (var cell in cells)
        {
            _leave.Bind(unchecked((long)cell.Value), id).ExecuteNonQuery();
        }
    }
}
