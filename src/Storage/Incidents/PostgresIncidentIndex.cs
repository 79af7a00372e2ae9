using System.Text;
using Canvass.Contracts.Grid;
using Canvass.Grains.Incidents;
using Canvass.Storage.Postgres;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Incidents;

/// <summary>The index of incidents in PostgreSQL.</summary>
internal sealed class PostgresIncidentIndex(PostgresDatabase database) : IIncidentIndex
{
    /// <inheritdoc/>
    public Task WriteAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        var incident = row.Incident;
        var report = incident.Report;
        return database.QueryAsync(
            """
            INSERT INTO incident AS known (id, revision, status, reported_at, window_from, window_to, lat, lng, document)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (id) DO UPDATE
               SET revision = excluded.revision, status = excluded.status, reported_at = excluded.reported_at,
                   window_from = excluded.window_from, window_to = excluded.window_to,
                   lat = excluded.lat, lng = excluded.lng, document = excluded.document
             WHERE excluded.revision > known.revision
            """,
            _ => 0, cancellationToken,
            Text(report.Key.Id), Bigint(row.Revision), Text(StatusColumn.Of(incident.Status)), Bigint(report.ReportedAt.UtcTicks),
            Bigint(report.Window.From.UtcTicks), Bigint(report.Window.To.UtcTicks), Double(row.Centre.LatDeg), Double(row.Centre.LngDeg),
            Text(IncidentDocument.Write(incident)));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken)
    {
        var (sql, parameters) = Select(query, after);
        return await database.QueryAsync(sql, Read, cancellationToken, [.. parameters]);
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
