using Canvass.Contracts.Outbox;
using Canvass.Grains.Outbox;
using Canvass.Storage.Postgres;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Outbox;

/// <summary>The outbox in PostgreSQL.</summary>
internal sealed class PostgresOutbox(PostgresDatabase database) : IOutbox
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            $"""
            UPDATE outbox SET due_at = $2
             WHERE (due_at, id) IN (SELECT due_at, id FROM outbox WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING {OutboxColumns.All}
            """,
            row => OutboxColumns.Message(
                row.GetGuid(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt32(6)),
            cancellationToken, Bigint(now.UtcTicks), Bigint((now + lease).UtcTicks), Bigint(limit));

    /// <inheritdoc/>
    public Task PutOffAsync(OutboxMessage message, DateTimeOffset? notBefore, string? error, CancellationToken cancellationToken) => database.QueryAsync(
        """
        UPDATE outbox
           SET due_at = $3, not_before = CASE WHEN $4::text IS NULL THEN $3 ELSE not_before END, last_error = coalesce($4, last_error),
               attempts = attempts + CASE WHEN $4::text IS NULL THEN 0 ELSE 1 END
         WHERE due_at = $1 AND id = $2
        """,
        _ => 0, cancellationToken, Bigint(message.LeasedUntil.UtcTicks), Uuid(message.Id), Bigint(notBefore?.UtcTicks ?? OutboxColumns.Parked), Text(error));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxEntry>> ListAsync(bool parkedOnly, int limit, CancellationToken cancellationToken) => await database.QueryAsync(
        """
        SELECT id, destination, not_before, attempts, last_error, due_at = 9223372036854775807
          FROM outbox
         WHERE NOT $1 OR due_at = 9223372036854775807
         ORDER BY attempts DESC, not_before, id
         LIMIT $2
        """,
        row => new OutboxEntry(
            row.GetGuid(0), row.GetString(1), new(row.GetInt64(2), TimeSpan.Zero), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4),
            row.GetBoolean(5)),
        cancellationToken, Boolean(parkedOnly), Bigint(limit));

    /// <inheritdoc/>
    public async Task<int> RetryAsync(Guid? id, DateTimeOffset now, CancellationToken cancellationToken) => (await database.QueryAsync(
        """
        UPDATE outbox SET due_at = $1, attempts = 0
         WHERE due_at = 9223372036854775807 AND ($2::uuid IS NULL OR id = $2)
        RETURNING id
        """,
        row => row.GetGuid(0), cancellationToken, Bigint(now.UtcTicks), Uuid(id))).Count;

    /// <inheritdoc/>
    public async Task<OutboxLevel> MeasureAsync(DateTimeOffset now, CancellationToken cancellationToken) => (await database.QueryAsync(
        """
        SELECT count(*) FILTER (WHERE not_before <= $1 AND due_at < 9223372036854775807)::integer,
               min(not_before) FILTER (WHERE not_before <= $1 AND due_at < 9223372036854775807),
               count(*) FILTER (WHERE due_at = 9223372036854775807)::integer
          FROM outbox
        """,
        row => OutboxColumns.Level(row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetInt32(2)), cancellationToken, Bigint(now.UtcTicks)))
        .Single();

    /// <summary>Adds the statement that stores messages.</summary>
    internal static void AddEnqueued(NpgsqlBatch batch, IReadOnlyList<OutboxMessage> messages)
    {
        if (messages.Count > 0)
        {
            batch.Add(
                $"""
                INSERT INTO outbox ({OutboxColumns.All})
                SELECT id, due_at, not_before, destination, subject, payload, 0
                  FROM unnest($1, $2, $3, $4, $5, $6) AS given (id, due_at, not_before, destination, subject, payload)
                """,
                Uuids([.. messages.Select(message => message.Id)]), Bigints([.. messages.Select(message => message.LeasedUntil.UtcTicks)]),
                Bigints([.. messages.Select(message => message.NotBefore.UtcTicks)]), Texts([.. messages.Select(message => message.Destination)]),
                Texts([.. messages.Select(message => message.Subject)]), Texts([.. messages.Select(message => message.Payload)]));
        }
    }

    /// <summary>Adds the statement that takes delivered messages out.</summary>
    internal static void AddCompleted(NpgsqlBatch batch, IReadOnlyList<OutboxMessage> messages)
    {
        if (messages.Count > 0)
        {
            batch.Add(
                "DELETE FROM outbox USING unnest($1, $2) AS given (due_at, id) WHERE outbox.due_at = given.due_at AND outbox.id = given.id",
                Bigints([.. messages.Select(message => message.LeasedUntil.UtcTicks)]), Uuids([.. messages.Select(message => message.Id)]));
        }
    }

    private static NpgsqlParameter Uuid(Guid? id) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = (object?)id ?? DBNull.Value };
}
