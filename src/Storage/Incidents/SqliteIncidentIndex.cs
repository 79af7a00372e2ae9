using System.Text;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Grains.Incidents;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Incidents;

/// <summary>The index and the events of incidents in the embedded database.</summary>
internal sealed class SqliteIncidentIndex(SqliteDatabase database) : IIncidentIndex
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<IncidentRow>> ListAsync(IncidentQuery query, IncidentRowPosition? after, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<IncidentRow>>(
            connection =>
            {
                using var command = Select(connection, query, after);
                return command.ReadAll(Read);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IncidentEvent>> EventsAsync(IncidentKey incident, long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<IncidentEvent>>(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT sequence, at, kind, canvass FROM incident_event WHERE incident = $incident AND sequence > $after ORDER BY sequence LIMIT $limit;",
                    "$incident", "$after", "$limit").Bind(incident.Id, after, limit);
                return command.ReadAll(row =>
                    EventColumns.Event(row.GetInt64(0), row.GetInt64(1), row.GetInt16(2), row.IsDBNull(3) ? null : row.GetInt32(3)));
            },
            cancellationToken);

    /// <summary>Writes rows.</summary>
    internal static void Write(SqliteConnection connection, IReadOnlyList<IncidentRow> rows)
    {
        using var command = connection.Command(
            """
            INSERT INTO incident (id, revision, status, reported_at, window_from, window_to, lat, lng, document)
            VALUES ($id, $revision, $status, $reportedAt, $from, $to, $lat, $lng, $document)
                ON CONFLICT (id) DO UPDATE
               SET revision = excluded.revision, status = excluded.status, reported_at = excluded.reported_at,
                   window_from = excluded.window_from, window_to = excluded.window_to,
                   lat = excluded.lat, lng = excluded.lng, document = excluded.document
             WHERE excluded.revision > incident.revision;
            """,
            "$id", "$revision", "$status", "$reportedAt", "$from", "$to", "$lat", "$lng", "$document");
        foreach (var row in rows)
        {
            var report = row.Incident.Report;
            command.Bind(
                report.Key.Id, row.Revision, StatusColumn.Of(row.Incident.Status), report.ReportedAt.UtcTicks, report.Window.From.UtcTicks,
                report.Window.To.UtcTicks, row.Centre.LatDeg, row.Centre.LngDeg, IncidentDocument.Write(row.Incident)).ExecuteNonQuery();
        }
    }

    /// <summary>Appends events.</summary>
    internal static void Write(SqliteConnection connection, IReadOnlyList<(IncidentKey Incident, IncidentEvent Event)> events)
    {
        using var command = connection.Command(
            "INSERT INTO incident_event (incident, sequence, at, kind, canvass) VALUES ($incident, $sequence, $at, $kind, $canvass);",
            "$incident", "$sequence", "$at", "$kind", "$canvass");
        foreach (var (incident, happened) in events)
        {
            command.Bind(incident.Id, happened.Sequence, happened.At.UtcTicks, EventColumns.Kind(happened.Kind), happened.Canvass).ExecuteNonQuery();
        }
    }

    /// <summary>The query of a page.</summary>
    internal static SqliteCommand Select(SqliteConnection connection, IncidentQuery query, IncidentRowPosition? after)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder("SELECT document, lat, lng, revision FROM incident WHERE true ");
        if (query.Status is { } status)
        {
            sql.Append("AND status = $status ");
            command.Parameters.AddWithValue("$status", StatusColumn.Of(status));
        }

        if (after is { } position)
        {
            // The first condition lets the index begin at the position; the second leaves out what shares its moment.
            sql.Append("AND reported_at <= $afterAt AND (reported_at < $afterAt OR id > $afterId) ");
            command.Parameters.AddWithValue("$afterAt", position.ReportedAt.UtcTicks);
            command.Parameters.AddWithValue("$afterId", position.Id);
        }

        if (query.From is { } from)
        {
            sql.Append("AND window_to >= $from ");
            command.Parameters.AddWithValue("$from", from.UtcTicks);
        }

        if (query.To is { } to)
        {
            sql.Append("AND window_from <= $to ");
            command.Parameters.AddWithValue("$to", to.UtcTicks);
        }

        sql.Append(SqliteBox.Filter(query.Box)).Append(" ORDER BY reported_at DESC, id LIMIT $limit;");
        SqliteBox.Bind(command, query.Box);
        command.Parameters.AddWithValue("$limit", query.Limit);
        command.CommandText = sql.ToString();
        return command;
    }

    private static IncidentRow Read(SqliteDataReader row) => new(
        IncidentDocument.Read(row.GetString(0)), new(row.GetDouble(1), row.GetDouble(2)), row.GetInt64(3));
}
