using Canvass.Grains.Storage;
using Canvass.Storage.Incidents;
using Canvass.Storage.Outbox;
using Canvass.Storage.Owners;
using Canvass.Storage.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Processes;

/// <summary>Processes in PostgreSQL: states as rows of Microsoft.Orleans.Persistence.AdoNet, and beside them, in the same transaction, their effects.</summary>
internal sealed class PostgresProcesses(PostgresDatabase database, IOptions<ClusterOptions> cluster) : IProcessBackend
{
    /// <summary>The rows of grains and states, each of these with each of those.</summary>
    private const string Read =
        """
        SELECT GrainIdExtensionString, GrainTypeString, PayloadBinary, Version
          FROM OrleansStorage
         WHERE GrainIdHash = ANY ($1) AND GrainTypeHash = ANY ($2) AND GrainIdN0 = 0 AND GrainIdN1 = 0
           AND GrainIdExtensionString = ANY ($3) AND GrainTypeString = ANY ($4) AND ServiceId = $5 AND PayloadBinary IS NOT NULL
        """;

    /// <summary>Updates rows whose version the writers know, and inserts those of which they know none; answers those with which one of the two
    /// happened.</summary>
    private const string Write =
        """
        WITH given AS MATERIALIZED
        (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6) AS given (grain_hash, state_hash, grain, state, version, payload)
        ),
        updated AS
        (
            UPDATE OrleansStorage AS known
               SET PayloadBinary = given.payload, ModifiedOn = now(), Version = known.Version + 1
              FROM given
             WHERE known.GrainIdHash = given.grain_hash AND known.GrainTypeHash = given.state_hash
               AND known.GrainIdN0 = 0 AND known.GrainIdN1 = 0
               AND known.GrainIdExtensionString = given.grain AND known.GrainTypeString = given.state
               AND known.ServiceId = $7 AND known.Version = given.version
            RETURNING given.grain, given.state, known.Version
        ),
        inserted AS
        (
            INSERT INTO OrleansStorage AS known
                   (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId,
                    PayloadBinary, ModifiedOn, Version)
            SELECT grain_hash, state_hash, 0, 0, grain, state, $7, payload, now(), 1
              FROM given
             WHERE version IS NULL
                ON CONFLICT DO NOTHING
            RETURNING known.GrainIdExtensionString, known.GrainTypeString, known.Version
        )
        SELECT grain, state, Version FROM updated
         UNION ALL
        SELECT * FROM inserted
        """;

    private const string Delete =
        """
        DELETE FROM OrleansStorage
         WHERE GrainIdHash = $1 AND GrainTypeHash = $2 AND GrainIdN0 = 0 AND GrainIdN1 = 0
           AND GrainIdExtensionString = $3 AND GrainTypeString = $4 AND ServiceId = $5 AND Version = $6
        RETURNING Version
        """;

    private readonly string _serviceId = cluster.Value.ServiceId;

    /// <inheritdoc/>
    public bool IsOfValues(Exception exception) => PostgresFault.IsOfValues(exception);

    /// <inheritdoc/>
    public Task<IReadOnlyList<int?>> CommitAsync(IReadOnlyList<ProcessCommit> commits) =>
        database.WriteAsync(connection => WriteAsync(connection, _serviceId, commits, CancellationToken.None), CancellationToken.None);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredProcess?>> ReadAsync(IReadOnlyList<ProcessKey> keys)
    {
        var rows = keys.Select(ProcessRow.Of).ToList();
        var found = await database.QueryAsync(
            Read, row => (Key: new ProcessKey(row.GetString(0), row.GetString(1)), State: new StoredProcess(row.GetFieldValue<byte[]>(2), row.GetInt32(3))),
            CancellationToken.None,
            Integers([.. rows.Select(row => row.GrainHash)]), Integers([.. rows.Select(row => row.StateHash).Distinct()]),
            Texts([.. keys.Select(key => key.Grain)]), Texts([.. keys.Select(key => key.State).Distinct()]), Text(_serviceId));
        var states = found.ToDictionary(state => state.Key, state => state.State);
        return [.. keys.Select(key => states.GetValueOrDefault(key))];
    }

    /// <summary>Writes commits on a connection whose transaction is open: first the states, then the effects of those commits that met the version
    /// they follow.</summary>
    public static async Task<IReadOnlyList<int?>> WriteAsync(
        NpgsqlConnection connection, string serviceId, IReadOnlyList<ProcessCommit> commits, CancellationToken cancellationToken)
    {
        var versions = await WriteStatesAsync(connection, serviceId, commits, cancellationToken);
        var results = new int?[commits.Count];
        for (var i = 0; i < commits.Count; i++)
        {
            results[i] = commits[i] switch
            {
                { Key: null } => 0,
                { Key: { } key, Payload: null } commit => await DeleteAsync(connection, serviceId, key, commit.Version, cancellationToken) ? 0 : null,
                { Key: { } key } => versions.TryGetValue(key, out var version) ? version : null,
            };
        }

        await WriteEffectsAsync(connection, serviceId, new(commits.Where((_, i) => results[i] is not null)), cancellationToken);
        return results;
    }

    private static async Task<Dictionary<ProcessKey, int>> WriteStatesAsync(
        NpgsqlConnection connection, string serviceId, IReadOnlyList<ProcessCommit> commits, CancellationToken cancellationToken)
    {
        // In one order for every silo, so that two of them that write the same rows wait for each other and never in a circle.
        var states = commits.Where(commit => commit is { Key: not null, Payload: not null })
            .Select(commit => (Row: ProcessRow.Of(commit.Key!.Value), commit.Version, Payload: commit.Payload!))
            .OrderBy(state => state.Row.GrainHash).ThenBy(state => state.Row.Key.Grain, StringComparer.Ordinal).ToArray();
        if (states.Length == 0)
        {
            return [];
        }

        await using var batch = new NpgsqlBatch(connection);
        if (states.Length > 1)
        {
            // A plan for any arrays takes them to hold ten values, and compares each of hundreds with each of a small table's rows.
            batch.BatchCommands.Add(new("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)"));
        }

        batch.Add(
            Write,
            Integers([.. states.Select(state => state.Row.GrainHash)]), Integers([.. states.Select(state => state.Row.StateHash)]),
            Texts([.. states.Select(state => state.Row.Key.Grain)]), Texts([.. states.Select(state => state.Row.Key.State)]),
            Integers([.. states.Select(state => state.Version)]), Binaries([.. states.Select(state => state.Payload)]), Text(serviceId));
        var written = new Dictionary<ProcessKey, int>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (states.Length > 1)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            written.Add(new(reader.GetString(0), reader.GetString(1)), reader.GetInt32(2));
        }

        return written;
    }

    private static async Task<bool> DeleteAsync(
        NpgsqlConnection connection, string serviceId, ProcessKey key, int? version, CancellationToken cancellationToken)
    {
        var row = ProcessRow.Of(key);
        await using var command = connection.Command(
            Delete, Integer(row.GrainHash), Integer(row.StateHash), Text(key.Grain), Text(key.State), Text(serviceId), Integer(version ?? 0));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>All effects in one round trip.</summary>
    private static async Task WriteEffectsAsync(NpgsqlConnection connection, string serviceId, EffectSet effects, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        AddProcesses(batch, serviceId, effects.Processes);
        PostgresIncidentIndex.Add(batch, effects.Incidents);
        PostgresIncidentIndex.Add(batch, effects.Events);
        PostgresAskTable.Add(batch, effects.Asks);
        PostgresAskTable.Add(batch, effects.EndedAsks);
        PostgresOutbox.AddEnqueued(batch, effects.Enqueued);
        PostgresOutbox.AddCompleted(batch, effects.Completed);
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void AddProcesses(NpgsqlBatch batch, string serviceId, IReadOnlyList<CreateProcess> processes)
    {
        if (processes.Count == 0)
        {
            return;
        }

        var rows = processes.Select(process => ProcessRow.Of(process.Key)).ToList();
        batch.Add(
            """
            INSERT INTO OrleansStorage
                   (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId, PayloadBinary, ModifiedOn, Version)
            SELECT grain_hash, state_hash, 0, 0, grain, state, $6, payload, now(), 1
              FROM unnest($1, $2, $3, $4, $5) AS given (grain_hash, state_hash, grain, state, payload)
                ON CONFLICT DO NOTHING
            """,
            Integers([.. rows.Select(row => row.GrainHash)]), Integers([.. rows.Select(row => row.StateHash)]),
            Texts([.. rows.Select(row => row.Key.Grain)]), Texts([.. rows.Select(row => row.Key.State)]),
            Binaries([.. processes.Select(process => process.Payload)]), Text(serviceId));
    }
}
