using Canvass.Grains.Storage;
using Canvass.Storage.Incidents;
using Canvass.Storage.Outbox;
using Canvass.Storage.Owners;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Canvass.Storage.Processes;

/// <summary>Processes in the embedded database: states as rows of Microsoft.Orleans.Persistence.AdoNet, and beside them, in the same transaction, their
/// effects.</summary>
internal sealed class SqliteProcesses(SqliteDatabase database, IOptions<ClusterOptions> cluster) : IProcessBackend
{
    private const string OneRow =
        """
        GrainIdHash = $grainHash AND GrainTypeHash = $stateHash AND GrainIdN0 = 0 AND GrainIdN1 = 0
           AND GrainTypeString = $state AND ServiceId = $service AND ifnull(GrainIdExtensionString, '') = $grain
        """;

    private const string Insert =
        """
        INSERT INTO OrleansStorage
               (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
        VALUES ($grainHash, $stateHash, 0, 0, $state, $grain, $service, $payload, datetime('now'), 1)
            ON CONFLICT DO NOTHING
        RETURNING Version;
        """;

    private static readonly string[] Key = ["$grainHash", "$stateHash", "$grain", "$state", "$service"];
    private readonly string _serviceId = cluster.Value.ServiceId;

    /// <inheritdoc/>
    public bool IsOfValues(Exception exception) => SqliteFault.IsOfValues(exception);

    /// <inheritdoc/>
    public Task<IReadOnlyList<int?>> CommitAsync(IReadOnlyList<ProcessCommit> commits) =>
        database.WriteAsync(connection => Write(connection, _serviceId, commits), CancellationToken.None);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredProcess?>> ReadAsync(IReadOnlyList<ProcessKey> keys) => database.ReadAsync<IReadOnlyList<StoredProcess?>>(
        connection =>
        {
            using var command = connection.Command(
                $"SELECT PayloadBinary, Version FROM OrleansStorage WHERE {OneRow} AND PayloadBinary IS NOT NULL;", Key);
            return
            [
                .. keys.Select(key => command.Bind(Columns(key, _serviceId))
                    .ReadAll(row => new StoredProcess(row.GetFieldValue<byte[]>(0), row.GetInt32(1))).SingleOrDefault()),
            ];
        },
        CancellationToken.None);

    /// <summary>Writes commits on a connection whose transaction is open.</summary>
    public static IReadOnlyList<int?> Write(SqliteConnection connection, string serviceId, IReadOnlyList<ProcessCommit> commits)
    {
        var results = commits.Select(commit => WriteState(connection, serviceId, commit)).ToList();
        var effects = new EffectSet(commits.Where((_, i) => results[i] is not null));
        foreach (var process in effects.Processes)
        {
            WriteState(connection, serviceId, new() { Key = process.Key, Payload = process.Payload });
        }

        SqliteIncidentIndex.Write(connection, effects.Incidents);
        SqliteIncidentIndex.Write(connection, effects.Events);
        SqliteAskTable.Write(connection, effects.Asks);
        SqliteAskTable.Write(connection, effects.EndedAsks);
        SqliteOutbox.WriteEnqueued(connection, effects.Enqueued);
        SqliteOutbox.WriteCompleted(connection, effects.Completed);
        return results;
    }

    private static int? WriteState(SqliteConnection connection, string serviceId, ProcessCommit commit)
    {
        if (commit.Key is not { } key)
        {
            return 0;
        }

        var columns = Columns(key, serviceId);
        if (commit.Payload is null)
        {
            using var delete = connection.Command($"DELETE FROM OrleansStorage WHERE {OneRow} AND Version = $version;", [.. Key, "$version"]);
            return delete.Bind([.. columns, commit.Version]).ExecuteNonQuery() == 1 ? 0 : null;
        }

        using var write = commit.Version is { } version
            ? connection.Command(
                $"""
                UPDATE OrleansStorage SET PayloadBinary = $payload, ModifiedOn = datetime('now'), Version = Version + 1
                 WHERE {OneRow} AND Version = $version
                RETURNING Version;
                """,
                [.. Key, "$payload", "$version"]).Bind([.. columns, commit.Payload, version])
            : connection.Command(Insert, [.. Key, "$payload"]).Bind([.. columns, commit.Payload]);
        return write.ReadAll(row => (int?)row.GetInt32(0)).SingleOrDefault();
    }

    private static object?[] Columns(ProcessKey key, string serviceId)
    {
        var row = ProcessRow.Of(key);
        return [row.GrainHash, row.StateHash, key.Grain, key.State, serviceId];
    }
}
