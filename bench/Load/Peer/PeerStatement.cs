using Canvass.Load.City;
using Canvass.Load.Clusters;
using Canvass.Running;
using Npgsql;

namespace Canvass.Load.Peer;

/// <summary>
/// An accepted incident with its asks as plain SQL, on a server of its own: one statement, prepared, a transaction by itself, that inserts the
/// incident, finds the cameras that see it by their index, and inserts the canvass, an ask of every owner and its row in the owner's inbox.
/// The least that PostgreSQL has to do for it.
/// </summary>
internal sealed class PeerStatement : IAsyncDisposable
{
    /// <summary>What the report calls it.</summary>
    public const string Name = "PostGIS, one statement";

    private const string Work = """
        WITH reported AS (
            INSERT INTO incident VALUES (
                $1, 'apd', 'LARCENY-FROM VEHICLE', 'bench', 'Larceny from vehicle', 3, $2, $3,
                ST_Transform(ST_SetSRID(ST_MakePoint($2, $3), 4326), 32616), $4, $5, $6, $6)
            RETURNING id, centre),
        seen AS MATERIALIZED (
            SELECT camera.owner, array_agg(camera.id) AS cameras, min($5 + camera.retention) AS footage_until
            FROM reported JOIN camera ON ST_DWithin(camera.view, reported.centre, $4)
            WHERE $5 + camera.retention > now()
            GROUP BY camera.owner),
        sent AS (
            INSERT INTO canvass (incident_id, reason, note, cameras, state, drafted_at, sent_at)
            SELECT id, 'larceny', '', 0, 'sent', now(), now() FROM reported
            RETURNING id, incident_id),
        asked AS (
            INSERT INTO ask SELECT sent.id, seen.owner, seen.cameras FROM sent, seen),
        received AS (
            INSERT INTO inbox SELECT seen.owner, sent.incident_id, sent.id, seen.cameras, seen.footage_until, now() FROM sent, seen
            RETURNING 1)
        SELECT count(*)::integer FROM received
        """;

    private readonly PostgresServer _server;
    private readonly NpgsqlDataSource _source;

    private PeerStatement(PostgresServer server, string connectionString)
    {
        _server = server;
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = 100,
            NoResetOnClose = true,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 1,
            Options = "-c plan_cache_mode=force_generic_plan",
        });
        Database = new(Name, connectionString, AskCount.Peer);
    }

    /// <summary>Its database.</summary>
    public ContenderDatabase Database { get; }

    /// <summary>Starts a server with its tables.</summary>
    public static async Task<PeerStatement> StartAsync(BenchCity city, CancellationToken cancellationToken)
    {
        var server = await DurableServer.StartAsync();
        try
        {
            var connectionString = await server.CreateDatabaseAsync("peer");
            await PeerSchema.CreateAsync(connectionString, city, cancellationToken);
            return new(server, connectionString);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does the work for an incident.</summary>
    /// <returns>How many owners were asked.</returns>
    public async Task<int> DoAsync(BenchIncident incident, BenchCity city, CancellationToken cancellationToken)
    {
        object[] values =
        [
            incident.Id, incident.Position.LngDeg, incident.Position.LatDeg, incident.RadiusM, city.WindowFrom.UtcDateTime,
            city.WindowTo.UtcDateTime,
        ];
        await using var command = _source.CreateCommand(Work);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }
}
