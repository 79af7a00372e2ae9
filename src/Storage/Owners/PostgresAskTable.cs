using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Owners;
using Canvass.Storage.Batching;
using Canvass.Storage.Postgres;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Owners;

/// <summary>The asks in PostgreSQL. What many owners ask for at a time is found by one statement.</summary>
internal sealed class PostgresAskTable : IAskTable, IAsyncDisposable, IDisposable
{
    private readonly PostgresDatabase _database;
    private readonly Batcher<(OwnerKey Owner, DateTimeOffset Since), IReadOnlyList<Ask>> _recent;

    public PostgresAskTable(PostgresDatabase database, TimeProvider time, BatcherOptions options)
    {
        _database = database;
        _recent = new(new(RecentAsync) { IsOfAnItem = PostgresFault.IsOfValues }, options, meter: null, time);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Ask>> RecentAsync(OwnerKey owner, DateTimeOffset since, CancellationToken cancellationToken) =>
        _recent.SubmitAsync((owner, since), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnerKey>> AskedAsync(IncidentKey incident, CancellationToken cancellationToken) => await _database.QueryAsync(
        "SELECT owner FROM ask WHERE incident = $1", row => new OwnerKey(row.GetString(0)), cancellationToken, Text(incident.Id));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> PendingAsync(CanvassKey canvass, CancellationToken cancellationToken) => await _database.QueryAsync(
        $"SELECT {AskColumns.All} FROM ask WHERE incident = $1 AND canvass = $2 AND state = 0 ORDER BY at, owner", Read, cancellationToken,
        Text(canvass.Incident.Id), Integer(canvass.Ordinal));

    /// <inheritdoc/>
    public async Task<OpenAsks> OpenAsync(CanvassKey canvass, CancellationToken cancellationToken) => (await _database.QueryAsync(
        "SELECT count(*)::integer, min(expires_at) FROM ask WHERE incident = $1 AND canvass = $2 AND state IN (0, 1, 2)",
        row => new OpenAsks(row.GetInt32(0), row.IsDBNull(1) ? null : new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero)), cancellationToken,
        Text(canvass.Incident.Id), Integer(canvass.Ordinal))).Single();

    /// <inheritdoc/>
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => (await _database.QueryAsync(
        "WITH pruned AS (DELETE FROM ask WHERE expires_at < $1 AND state NOT IN (0, 1, 2) RETURNING 1) SELECT count(*)::integer FROM pruned",
        row => row.GetInt32(0), cancellationToken, Bigint(before.UtcTicks))).Single();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _recent.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Adds the statement that stores asks of distinct owners or incidents.</summary>
    internal static void Add(NpgsqlBatch batch, IReadOnlyList<Ask> asks)
    {
        if (asks.Count == 0)
        {
            return;
        }

        batch.Add(
            $"""
            INSERT INTO ask AS known ({AskColumns.All})
            SELECT owner, incident, canvass, state::smallint, at, footage_until, expires_at, cameras
              FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS given ({AskColumns.All})
                ON CONFLICT (owner, incident) DO UPDATE SET state = excluded.state, at = excluded.at WHERE known.state = 0
            """,
            Texts([.. asks.Select(ask => ask.Owner.Id)]), Texts([.. asks.Select(ask => ask.Incident.Id)]),
            Integers([.. asks.Select(ask => ask.Canvass)]), Integers([.. asks.Select(ask => (int)ask.State)]),
            Bigints([.. asks.Select(ask => ask.At.UtcTicks)]), Bigints([.. asks.Select(ask => ask.FootageUntil.UtcTicks)]),
            Bigints([.. asks.Select(ask => ask.ExpiresAt.UtcTicks)]), Texts([.. asks.Select(AskColumns.Cameras)]));
    }

    /// <summary>Adds the statements that end asks.</summary>
    internal static void Add(NpgsqlBatch batch, IReadOnlyList<EndAsks> ends)
    {
        foreach (var end in ends)
        {
            batch.Add(
                """
                UPDATE ask SET state = $3::smallint, at = $4
                 WHERE incident = $1 AND canvass = $2 AND state IN (0, 1, 2) AND (NOT $5 OR expires_at <= $4)
                """,
                Text(end.Canvass.Incident.Id), Integer(end.Canvass.Ordinal), Integer((int)end.State), Bigint(end.At.UtcTicks), Boolean(end.ExpiredOnly));
        }
    }

    private static Ask Read(NpgsqlDataReader row) => AskColumns.Ask(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt16(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetString(7));

    private async Task<IReadOnlyList<IReadOnlyList<Ask>>> RecentAsync(IReadOnlyList<(OwnerKey Owner, DateTimeOffset Since)> questions)
    {
        var asks = await _database.QueryAsync(
            $"SELECT {AskColumns.All} FROM ask WHERE owner = ANY ($1) AND (at >= $2 OR state = 0)", Read, CancellationToken.None,
            Texts([.. questions.Select(question => question.Owner.Id).Distinct()]), Bigint(questions.Min(question => question.Since).UtcTicks));
        var byOwner = asks.ToLookup(ask => ask.Owner);
        return [.. questions.Select(question => byOwner[question.Owner].ToList())];
    }
}
