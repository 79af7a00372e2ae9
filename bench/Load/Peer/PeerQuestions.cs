namespace Canvass.Load.Peer;

/// <summary>The questions that the peer is asked; the parameter is an incident's id.</summary>
internal static class PeerQuestions
{
    private const string Parts = """
        WITH asked AS MATERIALIZED (
            SELECT *, ST_Area(area) AS area_m2 FROM incident WHERE id = $1),
        counts AS MATERIALIZED (
            SELECT cell.r8, count(DISTINCT camera.household) AS households
            FROM asked
            CROSS JOIN LATERAL unnest(asked.counted) AS cell (r8)
            LEFT JOIN camera ON camera.r8 = cell.r8 AND NOT camera.integrated
            GROUP BY cell.r8),
        seen AS MATERIALIZED (
            SELECT camera.id, camera.name, camera.position,
                ST_Distance(camera.position, asked.centre) AS distance_m,
                CASE
                    WHEN ST_DFullyWithin(asked.centre, camera.view, asked.radius_m) THEN camera.view
                    ELSE ST_Intersection(asked.area, camera.view)
                END AS part,
                asked.area_m2,
                asked.window_from + camera.retention AS overwritten_at,
                camera.out_since <= asked.window_from AS is_gap
            FROM asked
            JOIN camera ON camera.integrated AND ST_DWithin(camera.view, asked.centre, asked.radius_m)),
        named AS MATERIALIZED (
            SELECT id, name, ST_X(position) AS east, ST_Y(position) AS north, distance_m, overwritten_at,
                ST_Area(part) / area_m2 AS share,
                CASE
                    WHEN overwritten_at <= now() THEN 'overwritten'
                    WHEN is_gap THEN 'gap'
                    WHEN overwritten_at - now() <= interval '24 hours' THEN 'expiring'
                    ELSE 'available'
                END AS footage
            FROM seen
            ORDER BY distance_m, id),
        united AS MATERIALIZED (
            SELECT ST_UnaryUnion(ST_Collect(part)) AS integrated FROM seen),
        blind AS MATERIALIZED (
            SELECT candidate.cell
            FROM candidate, united
            WHERE candidate.incident_id = $1
                AND (united.integrated IS NULL OR NOT ST_Contains(united.integrated, candidate.position))
            ORDER BY candidate.cell)
        """;

    private const string Households = """
        (SELECT array_agg(r8) AS cells, array_agg(CASE
             WHEN households = 0 THEN '0' WHEN households < 5 THEN '<5' WHEN households < 10 THEN '5-9'
             WHEN households < 20 THEN '10-19' WHEN households < 50 THEN '20-49' ELSE '50+'
         END) AS buckets
         FROM counts) AS households
        """;

    /// <summary>All that the grid answers about an incident. Worked out beforehand, in the peer's favour: the area's polygon, the cells to
    /// count, and the centres of the cells that may be blind. A view that lies wholly in the area is not cut, and parts are united all at
    /// once: both are the fastest of the ways that were tried.</summary>
    public const string Coverage = $"""
        {Parts}
        SELECT
            cameras.*,
            COALESCE(ST_Area(united.integrated) / asked.area_m2, 0) AS integrated,
            households.*,
            (SELECT array_agg(cell) FROM blind) AS blind
        FROM asked, united,
            (SELECT array_agg(id) AS ids, array_agg(name) AS names, array_agg(east) AS easts, array_agg(north) AS norths,
                 array_agg(distance_m) AS distances, array_agg(share) AS shares, array_agg(footage) AS footages,
                 array_agg(overwritten_at) AS overwritten
             FROM named) AS cameras,
            {Households}
        """;

    /// <summary>All that the grid answers about an area without an incident: the same, but of footage only how many cameras have it, by
    /// state.</summary>
    public const string AreaCoverage = $"""
        {Parts}
        SELECT
            cameras.*,
            COALESCE(ST_Area(united.integrated) / asked.area_m2, 0) AS integrated,
            households.*,
            (SELECT array_agg(cell) FROM blind) AS blind
        FROM asked, united,
            (SELECT array_agg(id) AS ids, array_agg(name) AS names, array_agg(east) AS easts, array_agg(north) AS norths,
                 array_agg(distance_m) AS distances, array_agg(share) AS shares,
                 count(*) FILTER (WHERE footage = 'available')::integer AS available,
                 count(*) FILTER (WHERE footage = 'expiring')::integer AS expiring,
                 count(*) FILTER (WHERE footage = 'overwritten')::integer AS overwritten,
                 count(*) FILTER (WHERE footage = 'gap')::integer AS gap
             FROM named) AS cameras,
            {Households}
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
