using System.Globalization;
using Canvass.Cluster.Tests.Load;
using Npgsql;

namespace Canvass.Cluster.Tests.Verification;

/// <summary>What rests in the database, read as an auditor would: from its rows, not from the product.</summary>
internal sealed class RestingGrid(string connectionString) : IAsyncDisposable
{
    private const string States = """
        SELECT GrainIdExtensionString AS key, convert_from(PayloadBinary, 'UTF8')::json AS state
          FROM OrleansStorage WHERE GrainTypeString = '{0}' AND PayloadBinary IS NOT NULL
        """;

    // Without a pool, whose connections would not survive a restart of the server.
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create($"{connectionString};Pooling=false");

    /// <summary>By key (<c>inc/source/number</c>), every incident's grain state.</summary>
    public async Task<Dictionary<string, FoundIncident>> IncidentsAsync() => (await RowsAsync(
        $"""
        SELECT key, state->'report'->>'reportedAt', state->'report'->>'status', state->'report'->'type'->>'text'
          FROM ({Of("incident")}) AS incidents WHERE state->'report' IS NOT NULL
        """)).ToDictionary(row => row[0]!, Found);

    /// <summary>By id (<c>source:number</c>), every incident's row in the index of lists.</summary>
    public async Task<Dictionary<string, FoundIncident>> IndexAsync() => (await RowsAsync(
        """
        SELECT id, document->'report'->>'reportedAt', document->'report'->>'status', document->'report'->'type'->>'text'
          FROM (SELECT id, document::json AS document FROM incident) AS incidents
        """)).ToDictionary(row => row[0]!, Found);

    /// <summary>Every ask: its incident (<c>source:number</c>), its owner and its state, as numbered in the schema.</summary>
    public async Task<List<(string Incident, string Owner, int State)>> AsksAsync() => (await RowsAsync("SELECT incident, owner, state::text FROM ask"))
        .ConvertAll(row => (row[0]!, row[1]!, int.Parse(row[2]!, CultureInfo.InvariantCulture)));

    /// <summary>How many messages in the outbox are due, and not parked.</summary>
    public async Task<int> OutstandingAsync() => int.Parse(
        (await RowsAsync(
            "SELECT count(*)::text FROM outbox WHERE not_before <= (extract(epoch FROM now()) * 10000000)::bigint + 621355968000000000"))[0][0]!,
        CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static string Of(string state) => States.Replace("{0}", state, StringComparison.Ordinal);

    private static FoundIncident Found(string?[] row) =>
        new(DateTimeOffset.Parse(row[1]!, CultureInfo.InvariantCulture), row[2], row[3]);

    private async Task<List<string?[]>> RowsAsync(string query)
    {
        await using var command = _source.CreateCommand(query);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        }

        return rows;
    }
}
