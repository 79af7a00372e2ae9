namespace Canvass.Load.Peer;

/// <summary>The questions that the peer is asked; the parameter is an incident's id.</summary>
internal static class PeerQuestions
{
    /// <summary>All that the grid answers. Worked out beforehand, in the peer's favour: the area's polygon, the cells to count, and the
    /// centres of the cells that may be blind. A view that lies wholly in the area is not cut.</summary>
    public const string Coverage = """
        WITH asked AS MATERIALIZED (
            SELECT * FROM incident WHERE id = $1),
        counts AS MATERIALIZED (
            SELECT cell.r8, count(DISTINCT camera.household) AS households
            FROM asked
            CROSS JOIN LATERAL unnest(asked.counted) AS cell (r8)
            LEFT JOIN camera ON camera.r8 = cell.r8 AND NOT camera.integrated
            GROUP BY cell.r8),
        seen AS MATERIALIZED (
            SELECT camera.id, camera.name, camera.integrated, camera.household, camera.position, camera.view,
                COALESCE(counts.households, 0) >= 5 AS in_crowd,
                ST_Distance(camera.position, asked.centre) AS distance_m,
                CASE WHEN ST_Covers(asked.area, camera.view) THEN camera.view ELSE ST_Intersection(asked.area, camera.view) END AS part,
                asked.window_from + camera.retention AS overwritten_at,
                camera.out_since <= asked.window_from AS is_gap
            FROM asked
            JOIN camera ON ST_DWithin(camera.view, asked.centre, asked.radius_m)
            LEFT JOIN counts ON counts.r8 = camera.r8),
        named AS MATERIALIZED (
            SELECT seen.*, ST_Area(part) / ST_Area(asked.area) AS share,
                CASE
                    WHEN overwritten_at <= now() THEN 'overwritten'
                    WHEN is_gap THEN 'gap'
                    WHEN overwritten_at - now() <= interval '24 hours' THEN 'expiring'
                    ELSE 'available'
                END AS footage
            FROM seen, asked
            WHERE integrated),
        united AS MATERIALIZED (
            SELECT
                ST_Union(part) FILTER (WHERE integrated) AS integrated,
                ST_Union(part) FILTER (WHERE NOT integrated AND in_crowd) AS registered
            FROM seen),
        blind AS MATERIALIZED (
            SELECT candidate.cell
            FROM candidate, united
            WHERE candidate.incident_id = $1
                AND (united.integrated IS NULL OR NOT ST_Contains(united.integrated, candidate.position))
                AND (SELECT count(DISTINCT seen.household) FROM seen
                     WHERE NOT seen.integrated AND ST_Contains(seen.view, candidate.position)) < 5)
        SELECT
            (SELECT array_agg(id ORDER BY distance_m, id) FROM named) AS ids,
            (SELECT array_agg(name ORDER BY distance_m, id) FROM named) AS names,
            (SELECT array_agg(ST_X(position) ORDER BY distance_m, id) FROM named) AS eastings,
            (SELECT array_agg(ST_Y(position) ORDER BY distance_m, id) FROM named) AS northings,
            (SELECT array_agg(distance_m ORDER BY distance_m, id) FROM named) AS distances,
            (SELECT array_agg(share ORDER BY distance_m, id) FROM named) AS shares,
            (SELECT array_agg(footage ORDER BY distance_m, id) FROM named) AS footage,
            (SELECT array_agg(overwritten_at ORDER BY distance_m, id) FROM named) AS overwritten,
            COALESCE(ST_Area(united.integrated) / ST_Area(asked.area), 0) AS integrated,
            COALESCE(ST_Area(united.registered) / ST_Area(asked.area), 0) AS registered,
            COALESCE(ST_Area(CASE
                WHEN united.integrated IS NULL THEN united.registered
                WHEN united.registered IS NULL THEN united.integrated
                ELSE ST_Union(united.integrated, united.registered)
            END) / ST_Area(asked.area), 0) AS any,
            (SELECT array_agg(r8 ORDER BY r8) FROM counts) AS cells,
            (SELECT array_agg(CASE
                WHEN households = 0 THEN '0' WHEN households < 5 THEN '<5' WHEN households < 10 THEN '5-9'
                WHEN households < 20 THEN '10-19' WHEN households < 50 THEN '20-49' ELSE '50+'
            END ORDER BY r8) FROM counts) AS buckets,
            (SELECT array_agg(cell ORDER BY cell) FROM blind) AS blind
        FROM asked, united
        """;

    /// <summary>Only which integrated cameras see the area, nearest first.</summary>
    public const string Cameras = """
        SELECT camera.id, ST_Distance(camera.position, incident.centre) AS distance_m
        FROM incident
        JOIN camera ON camera.integrated AND ST_DWithin(camera.view, incident.centre, incident.radius_m)
        WHERE incident.id = $1
        ORDER BY distance_m
        """;

    /// <summary>How far a camera's view lies from the rim of an incident's area; the second parameter is the camera's id.</summary>
    public const string RimDistance = """
        SELECT abs(ST_Distance(camera.view, incident.centre) - incident.radius_m)
        FROM incident, camera
        WHERE incident.id = $1 AND camera.id = $2
        """;
}
