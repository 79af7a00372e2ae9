using System.Text.Json;
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

    /// <summary>By owner, the incidents of the asks in the inbox, as often as they stand there.</summary>
    public async Task<Dictionary<string, List<string>>> InboxesAsync()
    {
        var inboxes = new Dictionary<string, List<string>>();
        await foreach (var (key, json) in RowsAsync("""
            SELECT GrainIdExtensionString, CAST(PayloadBinary AS TEXT) FROM OrleansStorage WHERE GrainTypeString = 'owner'
            """))
        {
            using var state = JsonDocument.Parse(json);
            inboxes.Add(key, [.. state.RootElement.GetProperty("inbox").EnumerateArray()
                .Where(item => item.TryGetProperty("ask", out _))
                .Select(item => item.GetProperty("ask").GetProperty("incident").GetString()!)]);
        }

        return inboxes;
    }

    public async Task<int> CountAsync(string table)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (int)(long)(await command.ExecuteScalarAsync())!;
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
