using Canvass.Grains.Storage;
using Canvass.Grains.Upgrades;
using Canvass.Storage.Postgres;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Canvass.Storage.Processes;

/// <summary>The part of a migration that SQL cannot do: the states of incidents and owners are read, and stored in their new form, within the
/// migration's transaction.</summary>
internal sealed class AskMigration : IPostgresDataStep, ISqliteDataStep
{
    /// <summary>The name of the migration after whose statements it runs.</summary>
    public const string Name = "asks";

    private const int Page = 500;

    private const string Select = "SELECT GrainIdExtensionString, ServiceId, PayloadBinary, Version FROM OrleansStorage";
    private const string DeleteOwners = $"DELETE FROM OrleansStorage WHERE GrainTypeString = '{AskUpgrade.OwnerState}'";

    /// <inheritdoc/>
    public string Migration => Name;

    /// <inheritdoc/>
    public async Task RunAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var state in (string[])[AskUpgrade.OwnerState, AskUpgrade.IncidentState])
        {
            var after = "";
            while (true)
            {
                await using var command = connection.Command(
                    $"{Select} WHERE GrainTypeString = $1 AND GrainIdExtensionString > $2 AND PayloadBinary IS NOT NULL ORDER BY GrainIdExtensionString LIMIT $3",
                    PostgresCommands.Text(state), PostgresCommands.Text(after), PostgresCommands.Bigint(Page));
                command.CommandTimeout = 0;
                var rows = await command.ReadAllAsync(
                    row => new Row(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetInt32(3)), cancellationToken);
                if (rows.Count == 0)
                {
                    break;
                }

                foreach (var service in rows.GroupBy(row => row.Service))
                {
                    await PostgresProcesses.WriteAsync(connection, service.Key, Commits(state, service, now), cancellationToken);
                }

                after = rows[^1].Grain;
            }
        }

        await connection.ExecuteAsync(DeleteOwners, cancellationToken);
    }

    /// <inheritdoc/>
    public void Run(SqliteConnection connection, DateTimeOffset now)
    {
        foreach (var state in (string[])[AskUpgrade.OwnerState, AskUpgrade.IncidentState])
        {
            var after = "";
            while (true)
            {
                using var command = connection.Command(
                    $"{Select} WHERE GrainTypeString = $state AND GrainIdExtensionString > $after AND PayloadBinary IS NOT NULL "
                    + "ORDER BY GrainIdExtensionString LIMIT $page;", "$state", "$after", "$page").Bind(state, after, Page);
                var rows = command.ReadAll(row => new Row(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetInt32(3)));
                if (rows.Count == 0)
                {
                    break;
                }

                foreach (var service in rows.GroupBy(row => row.Service))
                {
                    SqliteProcesses.Write(connection, service.Key, Commits(state, service, now));
                }

                after = rows[^1].Grain;
            }
        }

        using var delete = connection.Command(DeleteOwners + ";");
        delete.ExecuteNonQuery();
    }

    private static List<ProcessCommit> Commits(string state, IEnumerable<Row> rows, DateTimeOffset now) => state == AskUpgrade.OwnerState
        ? [.. rows.Select(row => AskUpgrade.Owner(row.Payload))]
        : [.. rows.Select(row => AskUpgrade.Incident(new(row.Grain, state), new(row.Payload, row.Version), now)).OfType<ProcessCommit>()];

    private sealed record Row(string Grain, string Service, byte[] Payload, int Version);
}
