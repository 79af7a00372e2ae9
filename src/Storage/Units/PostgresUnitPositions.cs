using Canvass.Contracts.Positions;
using Canvass.Contracts.Units;
using Canvass.Grains.Units;
using Canvass.Storage.Batching;
using Canvass.Storage.Postgres;
using Canvass.Storage.Telemetry;
using Npgsql;
using static Canvass.Storage.Postgres.PostgresCommands;

namespace Canvass.Storage.Units;

/// <summary>Positions of units in PostgreSQL, written by group commit.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PostgresUnitPositions : IUnitPositions, IAsyncDisposable, IDisposable
{
    /// <summary>Writes one position each of units, unless a newer one is known that no clock ahead has written; answers what was known before, and
    /// what was written.</summary>
    private const string Keep =
        """
        WITH given AS MATERIALIZED
        (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
                       AS given (agency, call_sign, at, lat, lng, accuracy, speed, heading, status)
        ),
        kept AS
        (
            INSERT INTO unit_position AS known (agency, call_sign, at, lat, lng, accuracy, speed, heading, status)
            SELECT * FROM given
                ON CONFLICT (agency, call_sign) DO UPDATE
               SET at = excluded.at, lat = excluded.lat, lng = excluded.lng, accuracy = excluded.accuracy, speed = excluded.speed,
                   heading = excluded.heading, status = excluded.status
             WHERE excluded.at > known.at OR known.at > $10
            RETURNING agency, call_sign
        )
        SELECT agency, call_sign, known.at FROM given JOIN unit_position AS known USING (agency, call_sign) WHERE known.at <= $10
         UNION ALL
        SELECT agency, call_sign, NULL FROM kept
        """;

    private readonly PostgresDatabase _database;
    private readonly PositionsByBatch _writes;

    public PostgresUnitPositions(PostgresDatabase database, StorageMeter meter, TimeProvider time, BatcherOptions options)
    {
        _database = database;
        _writes = new(WriteAsync, PostgresFault.IsOfValues, meter, time, options);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DateTimeOffset?>> KeepAsync(
        IReadOnlyList<UnitPosition> positions, DateTimeOffset latest, CancellationToken cancellationToken) =>
        _writes.KeepAsync(positions, latest, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitPosition>> FindAsync(
        string? agency, BoundingBox? box, DateTimeOffset since, CancellationToken cancellationToken)
    {
        List<NpgsqlParameter> parameters = [Bigint(since.UtcTicks)];
        var ofAgency = "";
        if (agency is not null)
        {
            ofAgency = "AND agency = $2";
            parameters.Add(Text(agency));
        }

        var inBox = PostgresBox.Filter(box, parameters.Count + 1);
        parameters.AddRange(PostgresBox.Bind(box));
        return await _database.QueryAsync(
            $"""
            SELECT agency, call_sign, at, lat, lng, accuracy, speed, heading, status
              FROM unit_position
             WHERE at >= $1 {ofAgency} {inBox}
            """,
            UnitRow.Read, cancellationToken, [.. parameters]);
    }

    /// <inheritdoc/>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => (await _database.QueryAsync(
        "WITH forgotten AS (DELETE FROM unit_position WHERE at < $1 RETURNING 1) SELECT count(*)::integer FROM forgotten",
        row => row.GetInt32(0), cancellationToken, Bigint(before.UtcTicks))).Single();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writes.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<IReadOnlyList<DateTimeOffset?>>> WriteAsync(IReadOnlyList<UnitReport> reports)
    {
        // Of positions of one unit the newest alone is written: those that it follows are as good as written and overwritten.
        var newest = new Dictionary<(string, string), UnitPosition>();
        foreach (var unit in reports.SelectMany(report => report.Positions))
        {
            if (!newest.TryGetValue((unit.Agency, unit.CallSign), out var other) || unit.At > other.At)
            {
                newest[(unit.Agency, unit.CallSign)] = unit;
            }
        }

        var known = await WriteAsync(newest, reports.Max(report => report.Latest));
        return [.. reports.Select(report => report.Positions.Select(Judge).ToArray())];

        DateTimeOffset? Judge(UnitPosition unit)
        {
            if (known.TryGetValue((unit.Agency, unit.CallSign), out var ticks) && ticks >= unit.At.UtcTicks)
            {
                return new(ticks, TimeSpan.Zero);
            }

            known[(unit.Agency, unit.CallSign)] = unit.At.UtcTicks;
            return null;
        }
    }

    /// <summary>Writes one position each of units.</summary>
    /// <returns>The moments that were known before.</returns>
    private async Task<Dictionary<(string, string), long>> WriteAsync(Dictionary<(string, string), UnitPosition> units, DateTimeOffset latest)
    {
        var known = new Dictionary<(string, string), long>();
        var left = units.Values.ToList();
        while (left.Count > 0)
        {
            // In one order for every silo: two that write the same rows then never wait for each other in a circle.
            left.Sort((x, y) => string.CompareOrdinal(x.Agency, y.Agency) is not 0 and var order
                ? order
                : string.CompareOrdinal(x.CallSign, y.CallSign));
            var rows = await _database.QueryArraysAsync(
                Keep, ReadKnown, CancellationToken.None,
                Texts([.. left.Select(unit => unit.Agency)]), Texts([.. left.Select(unit => unit.CallSign)]),
                Bigints([.. left.Select(unit => unit.At.UtcTicks)]), Doubles([.. left.Select(unit => unit.Position.LatDeg)]),
                Doubles([.. left.Select(unit => unit.Position.LngDeg)]), Doubles([.. left.Select(unit => unit.AccuracyM)]),
                Doubles([.. left.Select(unit => unit.SpeedMps)]), Doubles([.. left.Select(unit => unit.HeadingDeg)]),
                Texts([.. left.Select(unit => unit.Status)]), Bigint(latest.UtcTicks));
            var kept = new HashSet<(string, string)>();
            foreach (var (unit, at) in rows)
            {
                if (at is { } moment)
                {
                    known[unit] = moment;
                }
                else
                {
                    kept.Add(unit);
                }
            }

            // Neither written, nor older than what the statement saw when it began: another silo wrote meanwhile, which the next look shows.
            left = [.. left.Where(unit => !kept.Contains((unit.Agency, unit.CallSign))
                && !(known.TryGetValue((unit.Agency, unit.CallSign), out var at) && at >= unit.At.UtcTicks))];
        }

        return known;
    }

    private static ((string, string) Unit, long? At) ReadKnown(NpgsqlDataReader row) =>
        ((row.GetString(0), row.GetString(1)), row.IsDBNull(2) ? null : row.GetInt64(2));
}
