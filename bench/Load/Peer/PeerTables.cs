using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Times;
using Canvass.Geo.Hexagons;
using Canvass.Load.City;
using Npgsql;

namespace Canvass.Load.Peer;

/// <summary>What the peer holds: the cameras with their views, and the incidents with whatever of a question can be worked out before it
/// is asked.</summary>
internal static class PeerTables
{
    private const int CountedResolution = 8;
    private const int CamerasAStatement = 20_000;

    // UTM zone 16N (EPSG 32616): its metres are 0.3 ‰ long in the demo city, and at most 0.6 ‰ in a city of 70 km around it: 14 cm at the
    // rim of the area.
    private const string Create = """
        CREATE EXTENSION postgis;
        CREATE TABLE camera (
            id text PRIMARY KEY,
            name text,
            integrated boolean NOT NULL,
            household text NOT NULL,
            r8 bigint NOT NULL,
            retention interval NOT NULL,
            out_since timestamptz,
            position geometry(Point, 32616) NOT NULL,
            view geometry(Polygon, 32616) NOT NULL);
        CREATE TABLE incident (
            id text PRIMARY KEY,
            centre geometry(Point, 32616) NOT NULL,
            radius_m double precision NOT NULL,
            area geometry(Polygon, 32616) NOT NULL,
            window_from timestamptz NOT NULL,
            window_to timestamptz NOT NULL,
            counted bigint[] NOT NULL);
        CREATE TABLE candidate (
            incident_id text NOT NULL,
            cell bigint NOT NULL,
            position geometry(Point, 32616) NOT NULL,
            PRIMARY KEY (incident_id, cell));
        """;

    private const string Index = """
        CREATE INDEX camera_view ON camera USING gist (view);
        CREATE INDEX camera_integrated_view ON camera USING gist (view) WHERE integrated;
        CREATE INDEX camera_r8 ON camera (r8, household) WHERE NOT integrated;
        VACUUM (FREEZE, ANALYZE) camera;
        VACUUM (FREEZE, ANALYZE) incident;
        VACUUM (FREEZE, ANALYZE) candidate;
        """;

    private const string InsertCameras = """
        INSERT INTO camera
        SELECT id, name, integrated, household, r8, retention, out_since,
            ST_Transform(ST_SetSRID(ST_MakePoint(lng, lat), 4326), 32616), ST_Transform(ST_GeomFromText(view, 4326), 32616)
        FROM unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::bigint[], $6::interval[], $7::timestamptz[],
            $8::double precision[], $9::double precision[], $10::text[])
            AS row (id, name, integrated, household, r8, retention, out_since, lng, lat, view)
        """;

    private const string InsertIncident = """
        INSERT INTO incident
        SELECT $1, centre, $4, ST_Buffer(centre, $4, 'quad_segs=16'), $5, $6, $7
        FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint($2, $3), 4326), 32616) AS centre) AS place
        """;

    private const string InsertCandidates = """
        INSERT INTO candidate
        SELECT $1, cell, ST_Transform(ST_SetSRID(ST_MakePoint(lng, lat), 4326), 32616)
        FROM unnest($2::bigint[], $3::double precision[], $4::double precision[]) AS row (cell, lng, lat)
        """;

    /// <summary>Creates, fills and indexes the tables.</summary>
    /// <param name="source">Connects to an empty database.</param>
    /// <param name="cameras">The cameras.</param>
    /// <param name="outages">Which of them do not record, and since when.</param>
    /// <param name="incidents">What will be asked about.</param>
    /// <param name="window">The window of all incidents.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task FillAsync(
        NpgsqlDataSource source, IEnumerable<Camera> cameras, IEnumerable<RecordingReport> outages, IReadOnlyList<BenchIncident> incidents,
        TimeWindow window, CancellationToken cancellationToken)
    {
        await RunAsync(source, Create, [], cancellationToken);
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            await connection.ReloadTypesAsync(cancellationToken);
        }

        var outSince = outages.ToDictionary(outage => outage.Camera, outage => outage.At.UtcDateTime);
        foreach (var batch in cameras.Chunk(CamerasAStatement))
        {
            await InsertCamerasAsync(source, batch, outSince, cancellationToken);
        }

        foreach (var incident in incidents)
        {
            await InsertIncidentAsync(source, window, incident, cancellationToken);
        }

        foreach (var statement in Index.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await RunAsync(source, statement, [], cancellationToken);
        }
    }

    private static Task InsertCamerasAsync(
        NpgsqlDataSource source, Camera[] cameras, Dictionary<CameraKey, DateTime> outSince, CancellationToken cancellationToken) =>
        RunAsync(source, InsertCameras,
            [
                cameras.Select(camera => camera.Key.Id).ToArray(),
                cameras.Select(camera => camera.Name).ToArray(),
                cameras.Select(camera => camera.Tier == CameraTier.Integrated).ToArray(),
                cameras.Select(camera => camera.Owner.Id).ToArray(),
                cameras.Select(camera => Home(camera)).ToArray(),
                cameras.Select(camera => camera.Retention).ToArray(),
                cameras.Select(camera => outSince.TryGetValue(camera.Key, out var since) ? since : default(DateTime?)).ToArray(),
                cameras.Select(camera => camera.Position.LngDeg).ToArray(),
                cameras.Select(camera => camera.Position.LatDeg).ToArray(),
                cameras.Select(ViewOutline.Text).ToArray(),
            ],
            cancellationToken);

    /// <summary>The parent of the camera's resolution-9 cell: now and then another than its resolution-8 cell.</summary>
    private static long Home(Camera camera) =>
        (long)H3Index.LatLngToCell(camera.Position, CountedResolution + 1).CellToParent(CountedResolution).Value;

    private static async Task InsertIncidentAsync(
        NpgsqlDataSource source, TimeWindow window, BenchIncident incident, CancellationToken cancellationToken)
    {
        var counted = incident.CountedCells().Select(cell => (long)cell.Value).ToArray();
        await RunAsync(source, InsertIncident,
            [
                incident.Id, incident.Position.LngDeg, incident.Position.LatDeg, incident.RadiusM, window.From.UtcDateTime,
                window.To.UtcDateTime, counted,
            ],
            cancellationToken);
        var cells = incident.BlindCandidates();
        var centres = cells.Select(cell => cell.CellToLatLng()).ToList();
        await RunAsync(source, InsertCandidates,
            [
                incident.Id, cells.Select(cell => (long)cell.Value).ToArray(), centres.Select(centre => centre.LngDeg).ToArray(),
                centres.Select(centre => centre.LatDeg).ToArray(),
            ],
            cancellationToken);
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement, object[] values, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 0; // Indexing a million views takes longer than a question may.
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
