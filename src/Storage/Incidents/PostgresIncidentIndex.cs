using System.Text;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Grains.Incidents;
using Canvass.Storage.Postgres;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Incidents;

/// <summary>The index and the events of incidents in PostgreSQL.</summary>
internal sealed class PostgresIncidentIndex(PostgresDatabase database) : IIncidentIndex
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken)
    {
        var (sql, parameters) = Select(query, after);
        return await database.QueryAsync(sql, Read, cancellationToken, [.. parameters]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IncidentEvent>> EventsAsync(IncidentKey incident, long after, int limit, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            "SELECT sequence, at, kind, canvass FROM incident_event WHERE incident = $1 AND sequence > $2 ORDER BY sequence LIMIT $3",
            row => EventColumns.Event(row.GetInt64(0), row.GetInt64(1), row.GetInt16(2), row.IsDBNull(3) ? null : row.GetInt32(3)),
            cancellationToken, Text(incident.Id), Bigint(after), Bigint(limit));

    /// <summary>Adds the statement that writes rows of distinct incidents.</summary>
    internal static void Add(NpgsqlBatch batch, IReadOnlyList<IncidentRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var incidents = rows.Select(row => row.Incident).ToArray();
        var reports = incidents.Select(incident => incident.Report).ToArray();
        batch.Add(
            """
            INSERT INTO incident AS known (id, revision, status, reported_at, window_from, window_to, lat, lng, document)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (id) DO UPDATE
               SET revision = excluded.revision, status = excluded.status, reported_at = excluded.reported_at,
                   window_from = excluded.window_from, window_to = excluded.window_to,
                   lat = excluded.lat, lng = excluded.lng, document = excluded.document
             WHERE excluded.revision > known.revision
            """,
            Texts([.. reports.Select(report => report.Key.Id)]), Bigints([.. rows.Select(row => row.Revision)]),
            Texts([.. incidents.Select(incident => StatusColumn.Of(incident.Status))]),
            Bigints([.. reports.Select(report => report.ReportedAt.UtcTicks)]),
            Bigints([.. reports.Select(report => report.Window.From.UtcTicks)]), Bigints([.. reports.Select(report => report.Window.To.UtcTicks)]),
            Doubles([.. rows.Select(row => row.Centre.LatDeg)]), Doubles([.. rows.Select(row => row.Centre.LngDeg)]),
            Texts([.. incidents.Select(IncidentDocument.Write)]));
    }

    /// <summary>Adds the statement that appends events.</summary>
    internal static void Add(NpgsqlBatch batch, IReadOnlyList<(IncidentKey Incident, IncidentEvent Event)> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        batch.Add(
            """
            INSERT INTO incident_event (incident, sequence, at, kind, canvass)
            SELECT incident, sequence, at, kind::smallint, canvass FROM unnest($1, $2, $3, $4, $5) AS given (incident, sequence, at, kind, canvass)
            """,
            Texts([.. events.Select(one => one.Incident.Id)]), Bigints([.. events.Select(one => one.Event.Sequence)]),
            Bigints([.. events.Select(one => one.Event.At.UtcTicks)]), Integers([.. events.Select(one => (int)EventColumns.Kind(one.Event.Kind))]),
            Integers([.. events.Select(one => one.Event.Canvass)]));
    }

    /// <summary>The query of a page, and its parameters.</summary>
    internal static (string Sql, List<NpgsqlParameter> Parameters) Select(IncidentQuery query, IncidentRowPosition? after)
    {
        List<NpgsqlParameter> parameters = [];
        var sql = new StringBuilder("SELECT document, lat, lng, revision FROM incident WHERE true ");
        if (query.Status is { } status)
        {
            sql.Append("AND status = ").Append(Add(Text(StatusColumn.Of(status))));
        }

        if (after is { } position)
        {
            // The first condition lets the index begin at the position; the second leaves out what shares its moment.
            var (at, id) = (Add(Bigint(position.ReportedAt.UtcTicks)), Add(Text(position.Id)));
            sql.Append($" AND reported_at <= {at} AND (reported_at < {at} OR id > {id})");
        }

        if (query.From is { } from)
        {
            sql.Append(" AND window_to >= ").Append(Add(Bigint(from.UtcTicks)));
        }

        if (query.To is { } to)
        {
            sql.Append(" AND window_from <= ").Append(Add(Bigint(to.UtcTicks)));
        }

        sql.Append(' ').Append(PostgresBox.Filter(query.Box, parameters.Count + 1));
        parameters.AddRange(PostgresBox.Bind(query.Box));
        sql.Append(" ORDER BY reported_at DESC, id LIMIT ").Append(Add(Bigint(query.Limit)));
        return (sql.ToString(), parameters);

        string Add(NpgsqlParameter parameter)
        {
            parameters.Add(parameter);
            return $"${parameters.Count}";
        }
    }

    private static IncidentRow Read(NpgsqlDataReader row) => new(
        IncidentDocument.Read(row.GetString(0)), new(row.GetDouble(1), row.GetDouble(2)), row.GetInt64(3));
}
