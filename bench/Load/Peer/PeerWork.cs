using Canvass.Load.City;
using Npgsql;

namespace Canvass.Load.Peer;

/// <summary>
/// An accepted incident with its asks as plain SQL: one statement, prepared, a transaction by itself, that inserts the incident, finds the
/// cameras that see it by their index, and inserts the canvass, an ask of every owner and its row in the owner's inbox.
/// </summary>
internal sealed class PeerWork : IAsyncDisposable
{
    private const string Create = """
        CREATE EXTENSION postgis;
        CREATE TABLE camera (
            id text PRIMARY KEY,
            owner text NOT NULL,
            retention interval NOT NULL,
            view geometry(Polygon, 32616) NOT NULL);
        CREATE TABLE incident (
            id text PRIMARY KEY,
            agency text NOT NULL,
            type text NOT NULL,
            priority integer NOT NULL,
            position geography(Point) NOT NULL,
            radius_m double precision NOT NULL,
            window_from timestamptz NOT NULL,
            window_to timestamptz NOT NULL,
            reported_at timestamptz NOT NULL);
        CREATE INDEX incident_by_report ON incident (reported_at DESC, id);
        CREATE TABLE canvass (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            incident_id text NOT NULL REFERENCES incident,
            reason text NOT NULL,
            sent_at timestamptz NOT NULL);
        CREATE TABLE ask (
            canvass_id bigint NOT NULL REFERENCES canvass,
            owner text NOT NULL,
            cameras text[] NOT NULL,
            PRIMARY KEY (canvass_id, owner));
        CREATE TABLE inbox (
            owner text NOT NULL,
            incident_id text NOT NULL,
            canvass_id bigint NOT NULL,
            cameras text[] NOT NULL,
            footage_until timestamptz NOT NULL,
            received_at timestamptz NOT NULL,
            PRIMARY KEY (owner, incident_id));
        """;

    private const string InsertCameras = """
        INSERT INTO camera
        SELECT id, owner, retention, ST_Transform(ST_GeomFromText(view, 4326), 32616)
        FROM unnest($1::text[], $2::text[], $3::interval[], $4::text[]) AS row (id, owner, retention, view)
        """;

    private const string Work = """
        WITH reported AS (
            INSERT INTO incident VALUES (
                $1, 'apd', 'LARCENY-FROM VEHICLE', 3, ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography, $4, $5, $6, $6)
            RETURNING id, window_from),
        place AS MATERIALIZED (
            SELECT ST_Transform(ST_SetSRID(ST_MakePoint($2, $3), 4326), 32616) AS centre),
        seen AS MATERIALIZED (
            SELECT camera.owner, array_agg(camera.id) AS cameras, min($5 + camera.retention) AS footage_until
            FROM place JOIN camera ON ST_DWithin(camera.view, place.centre, $4)
            WHERE $5 + camera.retention > now()
            GROUP BY camera.owner),
        sent AS (
            INSERT INTO canvass (incident_id, reason, sent_at) SELECT id, 'larceny', now() FROM reported RETURNING id, incident_id),
        asked AS (
            INSERT INTO ask SELECT sent.id, seen.owner, seen.cameras FROM sent, seen),
        received AS (
            INSERT INTO inbox SELECT seen.owner, sent.incident_id, sent.id, seen.cameras, seen.footage_until, now() FROM sent, seen
            RETURNING 1)
        SELECT count(*)::integer FROM received
        """;

    private readonly NpgsqlDataSource _source;

    private PeerWork(NpgsqlDataSource source) => _source = source;

    /// <summary>Creates and fills its tables.</summary>
    public static async Task<PeerWork> StartAsync(string connectionString, BenchCity city, CancellationToken cancellationToken)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = 100,
            NoResetOnClose = true,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 1,
            Options = "-c plan_cache_mode=force_generic_plan",
        };
        var peer = new PeerWork(NpgsqlDataSource.Create(address));
        try
        {
            await peer.RunAsync(Create, [], cancellationToken);
            var cameras = city.Cameras;
            await peer.RunAsync(InsertCameras,
                [
                    cameras.Select(camera => camera.Key.Id).ToArray(), cameras.Select(camera => camera.Owner.Id).ToArray(),
                    cameras.Select(camera => camera.Retention).ToArray(), cameras.Select(ViewOutline.Text).ToArray(),
                ],
                cancellationToken);
            await peer.RunAsync("CREATE INDEX camera_view ON camera USING gist (view)", [], cancellationToken);
            await peer.RunAsync("VACUUM (FREEZE, ANALYZE) camera", [], cancellationToken);
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does the work for an incident.</summary>
    /// <returns>How many owners were asked.</returns>
    public async Task<int> DoAsync(BenchIncident incident, BenchCity city, CancellationToken cancellationToken)
    {
        await using var command = Command(Work,
            [
                incident.Id, incident.Position.LngDeg, incident.Position.LatDeg, incident.RadiusM, city.WindowFrom.UtcDateTime,
                city.WindowTo.UtcDateTime,
            ]);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task RunAsync(string statement, object[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(statement, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string statement, object[] values)
    {
        var command = _source.CreateCommand(statement);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
