using Canvass.Storage.Postgres;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Processes;

/// <summary>The rows of Microsoft.Orleans.Persistence.AdoNet in PostgreSQL, many at a time.</summary>
/// <param name="database">Where they are.</param>
/// <param name="serviceId">Whose they are.</param>
internal sealed class ProcessTable(PostgresDatabase database, string serviceId)
{
    private const string OneRow =
        """
        GrainIdHash = $1 AND GrainTypeHash = $2 AND GrainIdN0 = 0 AND GrainIdN1 = 0
           AND GrainIdExtensionString = $3 AND GrainTypeString = $4 AND ServiceId = $5
        """;

    private const string ReadOne = $"SELECT GrainIdExtensionString, GrainTypeString, PayloadBinary, Version FROM OrleansStorage WHERE {OneRow}";

    /// <summary>The rows of grains and states, each of these with each of those.</summary>
    private const string Read =
        """
        SELECT GrainIdExtensionString, GrainTypeString, PayloadBinary, Version
          FROM OrleansStorage
         WHERE GrainIdHash = ANY ($1) AND GrainTypeHash = ANY ($2) AND GrainIdN0 = 0 AND GrainIdN1 = 0
           AND GrainIdExtensionString = ANY ($3) AND GrainTypeString = ANY ($4) AND ServiceId = $5
        """;

    private const string Delete = $"DELETE FROM OrleansStorage WHERE {OneRow} AND Version = $6 RETURNING Version";

    /// <summary>As <see cref="Write"/>, of one row; its version and payload are arrays of one.</summary>
    private const string WriteOne =
        $"""
        WITH updated AS
        (
            UPDATE OrleansStorage
               SET PayloadBinary = ($7::bytea[])[1], ModifiedOn = now(), Version = Version + 1
             WHERE {OneRow} AND Version = ($6::integer[])[1]
            RETURNING Version
        ),
        inserted AS
        (
            INSERT INTO OrleansStorage
                   (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId,
                    PayloadBinary, ModifiedOn, Version)
            SELECT $1, $2, 0, 0, $3, $4, $5, ($7::bytea[])[1], now(), 1
             WHERE ($6::integer[])[1] IS NULL
                ON CONFLICT DO NOTHING
            RETURNING Version
        )
        SELECT Version FROM updated
         UNION ALL
        SELECT Version FROM inserted
        """;

    /// <summary>Updates rows whose version the writers know, and inserts those of which they know none; answers those with which one of the
    /// two happened.</summary>
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

    /// <summary>Reads states.</summary>
    /// <returns>For each row what rests there; null where nothing does.</returns>
    public async Task<IReadOnlyList<ProcessState?>> ReadAsync(IReadOnlyList<ProcessRow> rows)
    {
        var found = rows is [var only]
            ? await database.QueryAsync(ReadOne, ReadState, CancellationToken.None, Key(only))
            : await database.QueryAsync(
                Read, ReadState, CancellationToken.None,
                Integers([.. rows.Select(row => row.GrainHash)]), Integers([.. rows.Select(row => row.StateHash).Distinct()]),
                Texts([.. rows.Select(row => row.Grain)]), Texts([.. rows.Select(row => row.State).Distinct()]), Text(serviceId));
        var states = found.ToDictionary(state => (state.Grain, state.State), state => state.Found);
        return [.. rows.Select(row => states.GetValueOrDefault((row.Grain, row.State)))];
    }

    /// <summary>Deletes a state.</summary>
    /// <returns>Whether there was one of that version.</returns>
    public async Task<bool> DeleteAsync(ProcessRow row, int version) =>
        (await database.QueryAsync(Delete, read => read.GetInt32(0), CancellationToken.None, [.. Key(row), Integer(version)])).Count > 0;

    /// <summary>Writes states of rows that all differ, in one transaction.</summary>
    /// <returns>For each its new version; null where the row has another version than the writer knows.</returns>
    public async Task<IReadOnlyList<int?>> WriteAsync(IReadOnlyList<ProcessWrite> writes)
    {
        // One by itself, as mostly where little is written, needs no plan of its own.
        if (writes is [var only])
        {
            var key = Key(only.Row);
            var version = await database.QueryAsync(
                WriteOne, row => row.GetInt32(0), CancellationToken.None,
                [.. key, Integers([only.Version]), Binaries([only.Payload])]);
            return [version.Count == 0 ? null : version[0]];
        }

        // In one order for every silo, so that two of them that write the same rows wait for each other and never in a circle.
        var sorted = writes.OrderBy(write => write.Row.GrainHash).ThenBy(write => write.Row.Grain, StringComparer.Ordinal).ToArray();
        var written = await database.QueryArraysAsync(
            Write, ReadVersion, CancellationToken.None,
            Integers([.. sorted.Select(write => write.Row.GrainHash)]), Integers([.. sorted.Select(write => write.Row.StateHash)]),
            Texts([.. sorted.Select(write => write.Row.Grain)]), Texts([.. sorted.Select(write => write.Row.State)]),
            Integers([.. sorted.Select(write => write.Version)]), Binaries([.. sorted.Select(write => write.Payload)]), Text(serviceId));
        var versions = written.ToDictionary(row => (row.Grain, row.State), row => row.Version);
        return [.. writes.Select(write => versions.TryGetValue((write.Row.Grain, write.Row.State), out var version) ? version : (int?)null)];
    }

    private static (string Grain, string State, int Version) ReadVersion(NpgsqlDataReader row) => (row.GetString(0), row.GetString(1), row.GetInt32(2));

    private static (string Grain, string State, ProcessState Found) ReadState(NpgsqlDataReader row) =>
        (row.GetString(0), row.GetString(1), new(row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2), row.GetInt32(3)));

    private NpgsqlParameter[] Key(ProcessRow row) =>
        [Integer(row.GrainHash), Integer(row.StateHash), Text(row.Grain), Text(row.State), Text(serviceId)];
}
