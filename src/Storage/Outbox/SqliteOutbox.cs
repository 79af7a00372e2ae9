using Canvass.Contracts.Outbox;
using Canvass.Grains.Outbox;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Outbox;

/// <summary>The outbox in the embedded database. Ids are kept as texts.</summary>
internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        // Mostly nothing is due, and a look beside the writers is enough.
        var isDue = await database.ReadAsync(
            connection =>
            {
                using var command = connection.Command("SELECT 1 FROM outbox WHERE due_at <= $now LIMIT 1;", "$now").Bind(now.UtcTicks);
                return command.ExecuteScalar() is not null;
            },
            cancellationToken);
        return !isDue ? [] : await database.WriteAsync<IReadOnlyList<OutboxMessage>>(
            connection =>
            {
                using var command = connection.Command(
                    $"""
                    UPDATE outbox SET due_at = $until
                     WHERE (due_at, id) IN (SELECT due_at, id FROM outbox WHERE due_at <= $now ORDER BY due_at LIMIT $limit)
                    RETURNING {OutboxColumns.All};
                    """,
                    "$now", "$until", "$limit").Bind(now.UtcTicks, (now + lease).UtcTicks, limit);
                return command.ReadAll(row => OutboxColumns.Message(
                    Guid.Parse(row.GetString(0)), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt32(6)));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task PutOffAsync(OutboxMessage message, DateTimeOffset? notBefore, string? error, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            using var command = connection.Command(
                """
                UPDATE outbox
                   SET due_at = $due, not_before = CASE WHEN $error IS NULL THEN $due ELSE not_before END, last_error = coalesce($error, last_error),
                       attempts = attempts + ($error IS NOT NULL)
                 WHERE due_at = $lease AND id = $id;
                """,
                "$lease", "$id", "$due", "$error");
            return command.Bind(message.LeasedUntil.UtcTicks, $"{message.Id}", notBefore?.UtcTicks ?? OutboxColumns.Parked, error).ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxEntry>> ListAsync(bool parkedOnly, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxEntry>>(
            connection =>
            {
                using var command = connection.Command(
                    """
                    SELECT id, destination, not_before, attempts, last_error, due_at = 9223372036854775807
                      FROM outbox
                     WHERE NOT $parkedOnly OR due_at = 9223372036854775807
                     ORDER BY attempts DESC, not_before, id
                     LIMIT $limit;
                    """,
                    "$parkedOnly", "$limit").Bind(parkedOnly, limit);
                return command.ReadAll(row => new OutboxEntry(
                    Guid.Parse(row.GetString(0)), row.GetString(1), new(row.GetInt64(2), TimeSpan.Zero), row.GetInt32(3),
                    row.IsDBNull(4) ? null : row.GetString(4), row.GetBoolean(5)));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> RetryAsync(Guid? id, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            using var command = connection.Command(
                "UPDATE outbox SET due_at = $now, attempts = 0 WHERE due_at = 9223372036854775807 AND ($id IS NULL OR id = $id);", "$now", "$id");
            return command.Bind(now.UtcTicks, id?.ToString()).ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<OutboxLevel> MeasureAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(
                """
                SELECT count(*) FILTER (WHERE not_before <= $now AND due_at < 9223372036854775807),
                       min(not_before) FILTER (WHERE not_before <= $now AND due_at < 9223372036854775807),
                       count(*) FILTER (WHERE due_at = 9223372036854775807)
                  FROM outbox;
                """,
                "$now").Bind(now.UtcTicks);
            return command.ReadAll(row => OutboxColumns.Level(row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetInt32(2))).Single();
        },
        cancellationToken);

    /// <summary>Stores messages.</summary>
    internal static void WriteEnqueued(SqliteConnection connection, IReadOnlyList<OutboxMessage> messages)
    {
        using var command = connection.Command(
            $"INSERT INTO outbox ({OutboxColumns.All}) VALUES ($id, $due, $notBefore, $destination, $subject, $payload, 0);",
            "$id", "$due", "$notBefore", "$destination", "$subject", "$payload");
        foreach (var message in messages)
        {
            command.Bind(
                $"{message.Id}", message.LeasedUntil.UtcTicks, message.NotBefore.UtcTicks, message.Destination, message.Subject, message.Payload)
                .ExecuteNonQuery();
        }
    }

    /// <summary>Takes delivered messages out.</summary>
    internal static void WriteCompleted(SqliteConnection connection, IReadOnlyList<OutboxMessage> messages)
    {
        using var command = connection.Command("DELETE FROM outbox WHERE due_at = $due AND id = $id;", "$due", "$id");
        foreach (var message in messages)
        {
            command.Bind(message.LeasedUntil.UtcTicks, $"{message.Id}").ExecuteNonQuery();
        }
    }
}
