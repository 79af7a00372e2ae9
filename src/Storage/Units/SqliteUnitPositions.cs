using Canvass.Contracts.Positions;
using Canvass.Contracts.Units;
using Canvass.Grains.Units;
using Canvass.Storage.Batching;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Telemetry;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Units;

/// <summary>Positions of units in the embedded database, written by group commit.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SqliteUnitPositions : IUnitPositions, IAsyncDisposable, IDisposable
{
    private const string Keep =
        """
        INSERT INTO unit_position (agency, call_sign, at, lat, lng, accuracy, speed, heading, status)
        VALUES ($agency, $callSign, $at, $lat, $lng, $accuracy, $speed, $heading, $status)
            ON CONFLICT (agency, call_sign) DO UPDATE
           SET at = excluded.at, lat = excluded.lat, lng = excluded.lng, accuracy = excluded.accuracy, speed = excluded.speed,
               heading = excluded.heading, status = excluded.status
         WHERE excluded.at > unit_position.at OR unit_position.at > $latest;
        """;

    private readonly SqliteDatabase _database;
    private readonly PositionsByBatch _writes;

    public SqliteUnitPositions(SqliteDatabase database, StorageMeter meter, TimeProvider time, BatcherOptions options)
    {
        _database = database;

        // There is one writer at a time: two batches would only wait for each other.
        _writes = new(
            reports => database.WriteAsync(connection => Write(connection, reports), CancellationToken.None), SqliteFault.IsOfValues, meter, time,
            options with { MaxConcurrentBatches = 1 });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DateTimeOffset?>> KeepAsync(
        IReadOnlyList<UnitPosition> positions, DateTimeOffset latest, CancellationToken cancellationToken) =>
        _writes.KeepAsync(positions, latest, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitPosition>> FindAsync(
        string? agency, BoundingBox? box, DateTimeOffset since, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<UnitPosition>>(
            connection =>
            {
                using var command = connection.Command(
                    $"""
                    SELECT agency, call_sign, at, lat, lng, accuracy, speed, heading, status
                      FROM unit_position
                     WHERE at >= $since {(agency is null ? "" : "AND agency = $agency")} {SqliteBox.Filter(box)};
                    """,
                    "$since", "$agency").Bind(since.UtcTicks, agency);
                SqliteBox.Bind(command, box);
                return command.ReadAll(UnitRow.Read);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.Command("DELETE FROM unit_position WHERE at < $before;", "$before").Bind(before.UtcTicks);
            return command.ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writes.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static IReadOnlyList<IReadOnlyList<DateTimeOffset?>> Write(SqliteConnection connection, IReadOnlyList<UnitReport> reports)
    {
        using var keep = connection.Command(
            Keep, "$agency", "$callSign", "$at", "$lat", "$lng", "$accuracy", "$speed", "$heading", "$status", "$latest");
        using var look = connection.Command(
            "SELECT at FROM unit_position WHERE agency = $agency AND call_sign = $callSign;", "$agency", "$callSign");
        return [.. reports.Select(report => report.Positions.Select(unit => Write(unit, report.Latest)).ToArray())];

        DateTimeOffset? Write(UnitPosition unit, DateTimeOffset latest) =>
            keep.Bind(
                unit.Agency, unit.CallSign, unit.At.UtcTicks, unit.Position.LatDeg, unit.Position.LngDeg, unit.AccuracyM, unit.SpeedMps,
                unit.HeadingDeg, unit.Status, latest.UtcTicks).ExecuteNonQuery() > 0
                ? null
                : new((long)look.Bind(unit.Agency, unit.CallSign).ExecuteScalar()!, TimeSpan.Zero);
    }
}
