namespace Canvass.PeerService;

/// <summary>The statement of each request: one round trip and one commit. The tables are made by the benchmark.</summary>
internal static class PeerStatements
{
    /// <summary>Inserts an incident, or updates it if this report is newer. One row: whether it is new. No row: the known report is as new.</summary>
    public const string Report = """
        INSERT INTO incident (
            id, agency, type, type_scheme, type_text, priority, longitude, latitude, centre, radius_m, window_from, window_to, reported_at)
        VALUES (
            $1, $2, $3, $4, $5, $6, $7, $8, ST_Transform(ST_SetSRID(ST_MakePoint($7, $8), 4326), 32616), $9, $10, $11, $12)
        ON CONFLICT (id) DO UPDATE SET
            agency = excluded.agency, type = excluded.type, type_scheme = excluded.type_scheme, type_text = excluded.type_text,
            priority = excluded.priority, longitude = excluded.longitude, latitude = excluded.latitude, centre = excluded.centre,
            radius_m = excluded.radius_m, window_from = excluded.window_from, window_to = excluded.window_to,
            reported_at = excluded.reported_at
        WHERE incident.reported_at < excluded.reported_at
        RETURNING xmax = 0
        """;

    /// <summary>Finds the cameras that may have footage, and inserts a draft with its integrated owners. No row: the incident is unknown.</summary>
    public const string Draft = """
        WITH place AS MATERIALIZED (
            SELECT id, centre, radius_m, window_from FROM incident WHERE id = $1),
        seen AS MATERIALIZED (
            SELECT camera.owner, camera.integrated, place.window_from + camera.retention AS overwritten_at
            FROM place JOIN camera ON ST_DWithin(camera.view, place.centre, place.radius_m)
            WHERE place.window_from + camera.retention > now()),
        found AS MATERIALIZED (
            SELECT
                array_agg(DISTINCT owner) FILTER (WHERE integrated) AS owners,
                count(*) FILTER (WHERE integrated)::integer AS cameras,
                min(overwritten_at) FILTER (WHERE integrated) AS first_overwrite_at,
                count(DISTINCT owner) FILTER (WHERE NOT integrated)::integer AS homes
            FROM seen),
        drafted AS (
            INSERT INTO canvass (incident_id, reason, note, owners, cameras, first_overwrite_at, state, drafted_at)
            SELECT place.id, $2, $3, found.owners, found.cameras, found.first_overwrite_at, 'draft', now() FROM place, found
            RETURNING id)
        SELECT drafted.id, COALESCE(cardinality(found.owners), 0), found.cameras, found.first_overwrite_at, found.homes
        FROM drafted, found
        """;

    /// <summary>Commits the decision, finds all cameras again, and inserts an ask of every owner and its row in the owner's inbox.
    /// No row: the canvass is unknown, or was sent before.</summary>
    public const string Send = """
        WITH sent AS (
            UPDATE canvass SET state = 'sent', sent_at = now() WHERE id = $1 AND state = 'draft' RETURNING id, incident_id),
        seen AS MATERIALIZED (
            SELECT camera.owner, bool_or(camera.integrated) AS integrated, array_agg(camera.id) AS cameras,
                min(incident.window_from + camera.retention) AS footage_until
            FROM sent
            JOIN incident ON incident.id = sent.incident_id
            JOIN camera ON ST_DWithin(camera.view, incident.centre, incident.radius_m)
            WHERE incident.window_from + camera.retention > now()
            GROUP BY camera.owner),
        asked AS (
            INSERT INTO ask (canvass_id, owner, cameras) SELECT sent.id, seen.owner, seen.cameras FROM sent, seen),
        received AS (
            INSERT INTO inbox (owner, incident_id, canvass_id, cameras, footage_until, received_at)
            SELECT seen.owner, sent.incident_id, sent.id, seen.cameras, seen.footage_until, now() FROM sent, seen
            ON CONFLICT DO NOTHING)
        SELECT sent.incident_id, count(seen.owner) FILTER (WHERE seen.integrated)::integer,
            count(seen.owner) FILTER (WHERE NOT seen.integrated)::integer
        FROM sent LEFT JOIN seen ON true
        GROUP BY sent.incident_id
        """;

    /// <summary>The state of a canvass. No row: it is unknown.</summary>
    public const string State = "SELECT state FROM canvass WHERE id = $1";
}
