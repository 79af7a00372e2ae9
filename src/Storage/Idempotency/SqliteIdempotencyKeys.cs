using Canvass.Contracts.Idempotency;
using Canvass.Grains.Idempotency;
using Canvass.Storage.Sqlite;

namespace Canvass.Storage.Idempotency;

/// <summary>Idempotency keys in the embedded database. A claim deletes a few of the oldest keys as well.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SqliteIdempotencyKeys(SqliteDatabase database) : IIdempotencyKeys
{
    private const string Forget =
        """
        DELETE FROM idempotency_key
         WHERE (scope, key) IN (SELECT scope, key FROM idempotency_key WHERE at < $oldest ORDER BY at LIMIT 100)
            OR (scope = $scope AND key = $key AND at < $oldest);
        """;

    private const string Claim =
        """
        INSERT INTO idempotency_key (scope, key, fingerprint, created_id, is_complete, at)
        VALUES ($scope, $key, $fingerprint, $id, 0, $at)
            ON CONFLICT (scope, key) DO NOTHING;
        """;

    private const string Find = "SELECT fingerprint, created_id, is_complete FROM idempotency_key WHERE scope = $scope AND key = $key;";

    /// <inheritdoc/>
    public Task<IdempotencyEntry> ClaimAsync(
        IdempotencyKey key, IdempotencyEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            using var forget = connection.Command(Forget, "$scope", "$key", "$oldest");
            forget.Bind(key.Scope, key.Value, (now - IdempotencyKey.Kept).UtcTicks).ExecuteNonQuery();
            using var claim = connection.Command(Claim, "$scope", "$key", "$fingerprint", "$id", "$at");
            claim.Bind(key.Scope, key.Value, entry.Fingerprint, entry.Id, now.UtcTicks).ExecuteNonQuery();
            using var find = connection.Command(Find, "$scope", "$key");
            return find.Bind(key.Scope, key.Value)
                .ReadAll(row => new IdempotencyEntry(row.GetString(0), row.GetString(1), row.GetBoolean(2))).Single();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task CompleteAsync(IdempotencyKey key, string id, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            using var complete = connection.Command(
                "UPDATE idempotency_key SET is_complete = 1 WHERE scope = $scope AND key = $key AND created_id = $id;", "$scope", "$key", "$id");
            return complete.Bind(key.Scope, key.Value, id).ExecuteNonQuery();
        },
        cancellationToken);
}
