using Microsoft.Data.Sqlite;

namespace Canvass.Silo.Tests.Reading;

/// <summary>What rests in a data directory, read as an auditor would: from the database, not from the product.</summary>
internal sealed class RestingState(string dataDirectory)
{
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataDirectory, "canvass.db"),
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ConnectionString;

    /// <summary>By owner, the incidents of the asks that were delivered.</summary>
    public async Task<Dictionary<string, List<string>>> InboxesAsync()
    {
        var inboxes = new Dictionary<string, List<string>>();
        await foreach (var (owner, incident) in RowsAsync("SELECT owner, incident FROM ask WHERE state = 1 ORDER BY owner, incident"))
        {
            if (!inboxes.TryGetValue(owner, out var inbox))
            {
                inboxes.Add(owner, inbox = []);
            }

            inbox.Add(incident);
        }

        return inboxes;
    }

    public async Task<int> CountAsync(string table) => (int)await NumberAsync($"SELECT count(*) FROM {table}");

    /// <summary>How many rows of cameras were ever written.</summary>
    public Task<long> RevisionAsync() => NumberAsync("SELECT last FROM camera_revision");

    private async Task<long> NumberAsync(string query)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The ids of cameras whose rows are not whole: every cell of a camera has a row of the camera's own revision, and no cell
    /// holds a camera that is not there.</summary>
    public async Task<List<string>> BrokenCamerasAsync()
    {
        var broken = new List<string>();
        await foreach (var (id, _) in RowsAsync("""
            SELECT c.id, '' FROM camera c
              LEFT JOIN (SELECT camera_id, count(*) AS cells, min(revision) AS oldest, max(revision) AS newest FROM camera_cell GROUP BY camera_id) e
                ON e.camera_id = c.id
             WHERE e.cells IS NOT json_array_length(c.document, '$.cells') OR e.oldest <> c.revision OR e.newest <> c.revision
            UNION SELECT camera_id, '' FROM camera_cell WHERE camera_id NOT IN (SELECT id FROM camera)
            """))
        {
            broken.Add(id);
        }

        return broken;
    }

    /// <summary>Every camera's document by id.</summary>
    public async Task<Dictionary<string, string>> CamerasAsync()
    {
        var cameras = new Dictionary<string, string>();
        await foreach (var (id, document) in RowsAsync("SELECT id, document || revision FROM camera"))
        {
            cameras.Add(id, document);
        }

        return cameras;
    }

    private async IAsyncEnumerable<(string Key, string Value)> RowsAsync(string query)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return (reader.GetString(0), reader.GetString(1));
        }
    }
}
