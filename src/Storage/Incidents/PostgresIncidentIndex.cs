using System.Text;
using Canvass.Contracts.Grid;
using Canvass.Grains.Incidents;
using Canvass.Storage.Batching;
using Canvass.Storage.Postgres;
using Canvass.Storage.Telemetry;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Incidents;

/// <summary>The index of incidents in PostgreSQL, written by group commit.</summary>
internal sealed class PostgresIncidentIndex : IIncidentIndex, IAsyncDisposable, IDisposable
{
    private readonly PostgresDatabase _database;
    private readonly Batcher<IncidentRow, bool> _writes;

    public PostgresIncidentIndex(PostgresDatabase database, StorageMeter meter, TimeProvider time, BatcherOptions options)
    {
        _database = database;
        var batch = new Batch<IncidentRow, bool>(WriteAsync) { Row = row => row.Incident.Report.Key, IsOfAnItem = PostgresFault.IsOfValues };
        _writes = new(batch, options, meter, time);
    }

    /// <inheritdoc/>
    public Task WriteAsync(IncidentRow row, CancellationToken cancellationToken) => _writes.SubmitAsync(row, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken)
    {
        var (sql, parameters) = Select(query, after);
        return await _database.QueryAsync(sql, Read, cancellationToken, [.. parameters]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writes.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

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

    /// <summary>Writes rows of incidents that all differ.</summary>
    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<IncidentRow> rows)
    {
        // In one order for every silo: two that write the same rows then never wait for each other in a circle.
        var sorted = rows.OrderBy(row => row.Incident.Report.Key.Id, StringComparer.Ordinal).ToArray();
        var incidents = sorted.Select(row => row.Incident).ToArray();
        var reports = incidents.Select(incident => incident.Report).ToArray();
        await _database.QueryAsync(
            """
            INSERT INTO incident AS known (id, revision, status, reported_at, window_from, window_to, lat, lng, document)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (id) DO UPDATE
               SET revision = excluded.revision, status = excluded.status, reported_at = excluded.reported_at,
                   window_from = excluded.window_from, window_to = excluded.window_to,
                   lat = excluded.lat, lng = excluded.lng, document = excluded.document
             WHERE excluded.revision > known.revision
            """,
            _ => 0, CancellationToken.None,
            Texts([.. reports.Select(report => report.Key.Id)]), Bigints([.. sorted.Select(row => row.Revision)]),
            Texts([.. incidents.Select(incident => StatusColumn.Of(incident.Status))]),
            Bigints([.. reports.Select(report => report.ReportedAt.UtcTicks)]),
            Bigints([.. reports.Select(report => report.Window.From.UtcTicks)]), Bigints([.. reports.Select(report => report.Window.To.UtcTicks)]),
            Doubles([.. sorted.Select(row => row.Centre.LatDeg)]), Doubles([.. sorted.Select(row => row.Centre.LngDeg)]),
            Texts([.. incidents.Select(IncidentDocument.Write)]));
        return new bool[rows.Count];
    }

    private static IncidentRow Read(NpgsqlDataReader row) => new(
        IncidentDocument.Read(row.GetString(0)), new(row.GetDouble(1), row.GetDouble(2)), row.GetInt64(3));
}
