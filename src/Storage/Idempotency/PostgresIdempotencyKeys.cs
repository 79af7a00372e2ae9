using Canvass.Contracts.Idempotency;
using Canvass.Grains.Idempotency;
using Canvass.Storage.Postgres;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Idempotency;

/// <summary>Idempotency keys in PostgreSQL. A claim is one statement, which deletes a few of the oldest keys as well.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PostgresIdempotencyKeys(PostgresDatabase database) : IIdempotencyKeys
{
    // A known row is written as it is, so that it is answered even if another claim has just written it.
    private const string Claim =
        """
        WITH old AS
        (
            SELECT scope, key FROM idempotency_key
             WHERE at < $6 AND (scope, key) <> ($1, $2) ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED
        ),
        forgotten AS
        (
            DELETE FROM idempotency_key USING old WHERE idempotency_key.scope = old.scope AND idempotency_key.key = old.key
        )
        INSERT INTO idempotency_key AS known (scope, key, fingerprint, created_id, is_complete, at) VALUES ($1, $2, $3, $4, false, $5)
            ON CONFLICT (scope, key) DO UPDATE
           SET fingerprint = CASE WHEN known.at < $6 THEN excluded.fingerprint ELSE known.fingerprint END,
               created_id = CASE WHEN known.at < $6 THEN excluded.created_id ELSE known.created_id END,
               is_complete = known.at >= $6 AND known.is_complete,
               at = CASE WHEN known.at < $6 THEN excluded.at ELSE known.at END
        RETURNING fingerprint, created_id, is_complete
        """;

    /// <inheritdoc/>
    public async Task<IdempotencyEntry> ClaimAsync(
        IdempotencyKey key, IdempotencyEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            Claim, row => new IdempotencyEntry(row.GetString(0), row.GetString(1), row.GetBoolean(2)), cancellationToken,
            Text(key.Scope), Text(key.Value), Text(entry.Fingerprint), Text(entry.Id), Bigint(now.UtcTicks),
            Bigint((now - IdempotencyKey.Kept).UtcTicks))).Single();

    /// <inheritdoc/>
    public Task CompleteAsync(IdempotencyKey key, string id, CancellationToken cancellationToken) => database.QueryAsync(
        "UPDATE idempotency_key SET is_complete = true WHERE scope = $1 AND key = $2 AND created_id = $3 RETURNING 1",
        row => row.GetInt32(0), cancellationToken, Text(key.Scope), Text(key.Value), Text(id));
}
