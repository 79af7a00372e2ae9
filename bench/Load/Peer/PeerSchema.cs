using Canvass.Contracts.Cameras;
using Canvass.Load.City;
using Npgsql;

namespace Canvass.Load.Peer;

/// <summary>The peer's tables of incidents, canvasses and inboxes. Foreign keys are left out, in its favour: each would lock and log a row.</summary>
internal static class PeerSchema
{
    // A canvass is updated once, when it is sent: room in its page keeps its indexes out of that.
    private const string Create = """
        CREATE EXTENSION postgis;
        CREATE TABLE camera (
            id text PRIMARY KEY,
            owner text NOT NULL,
            integrated boolean NOT NULL,
            retention interval NOT NULL,
            view geometry(Polygon, 32616) NOT NULL);
        CREATE TABLE incident (
            id text PRIMARY KEY,
            agency text NOT NULL,
            type text NOT NULL,
            type_scheme text NOT NULL,
            type_text text NOT NULL,
            priority integer NOT NULL,
            longitude double precision NOT NULL,
            latitude double precision NOT NULL,
            centre geometry(Point, 32616) NOT NULL,
            radius_m double precision NOT NULL,
            window_from timestamptz NOT NULL,
            window_to timestamptz NOT NULL,
            reported_at timestamptz NOT NULL);
        CREATE INDEX incident_by_report ON incident (reported_at DESC, id);
        CREATE TABLE canvass (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            incident_id text NOT NULL,
            reason text NOT NULL,
            note text NOT NULL,
            owners text[],
            cameras integer NOT NULL,
            first_overwrite_at timestamptz,
            state text NOT NULL,
            drafted_at timestamptz NOT NULL,
            sent_at timestamptz) WITH (fillfactor = 70);
        CREATE INDEX canvass_of_incident ON canvass (incident_id);
        CREATE TABLE ask (
            canvass_id bigint NOT NULL,
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
        SELECT id, owner, integrated, retention, ST_Transform(ST_GeomFromText(view, 4326), 32616)
        FROM unnest($1::text[], $2::text[], $3::boolean[], $4::interval[], $5::text[]) AS row (id, owner, integrated, retention, view)
        """;

    /// <summary>Creates the tables in an empty database and fills in the cameras.</summary>
    public static async Task CreateAsync(string connectionString, BenchCity city, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await RunAsync(Create);
        var cameras = city.Cameras;
        await RunAsync(
            InsertCameras,
            cameras.Select(camera => camera.Key.Id).ToArray(),
            cameras.Select(camera => camera.Owner.Id).ToArray(),
            cameras.Select(camera => camera.Tier == CameraTier.Integrated).ToArray(),
            cameras.Select(camera => camera.Retention).ToArray(),
            cameras.Select(ViewOutline.Text).ToArray());
        await RunAsync("CREATE INDEX camera_view ON camera USING gist (view)");
        await RunAsync("VACUUM (FREEZE, ANALYZE) camera");

        async Task RunAsync(string statement, params object[] values)
        {
            await using var command = source.CreateCommand(statement);
            command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
