using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Owners;
using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Owners;

/// <summary>The asks in the embedded database.</summary>
internal sealed class SqliteAskTable(SqliteDatabase database) : IAskTable
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Ask>> RecentAsync(OwnerKey owner, DateTimeOffset since, CancellationToken cancellationToken) => ReadAsync(
        $"SELECT {AskColumns.All} FROM ask WHERE owner = $owner AND (at >= $since OR state = 0);", ["$owner", "$since"], [owner.Id, since.UtcTicks],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OwnerKey>> AskedAsync(IncidentKey incident, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OwnerKey>>(
            connection =>
            {
                using var command = connection.Command("SELECT owner FROM ask WHERE incident = $incident;", "$incident").Bind(incident.Id);
                return command.ReadAll(row => new OwnerKey(row.GetString(0)));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Ask>> PendingAsync(CanvassKey canvass, CancellationToken cancellationToken) => ReadAsync(
        $"SELECT {AskColumns.All} FROM ask WHERE incident = $incident AND canvass = $canvass AND state = 0 ORDER BY at, owner;",
        ["$incident", "$canvass"], [canvass.Incident.Id, canvass.Ordinal], cancellationToken);

    /// <inheritdoc/>
    public Task<OpenAsks> OpenAsync(CanvassKey canvass, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(
                "SELECT count(*), min(expires_at) FROM ask WHERE incident = $incident AND canvass = $canvass AND state IN (0, 1, 2);",
                "$incident", "$canvass").Bind(canvass.Incident.Id, canvass.Ordinal);
            return command.ReadAll(row => new OpenAsks(
                row.GetInt32(0), row.IsDBNull(1) ? null : new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero))).Single();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            using var command = connection.Command(
                "DELETE FROM ask WHERE expires_at < $before AND state NOT IN (0, 1, 2);", "$before").Bind(before.UtcTicks);
            return command.ExecuteNonQuery();
        },
        cancellationToken);

    /// <summary>Stores asks.</summary>
    internal static void Write(SqliteConnection connection, IReadOnlyList<Ask> asks)
    {
        using var command = connection.Command(
            $"""
            INSERT INTO ask ({AskColumns.All}) VALUES ($owner, $incident, $canvass, $state, $at, $footageUntil, $expiresAt, $cameras)
                ON CONFLICT (owner, incident) DO UPDATE SET state = excluded.state, at = excluded.at WHERE ask.state = 0;
            """,
            "$owner", "$incident", "$canvass", "$state", "$at", "$footageUntil", "$expiresAt", "$cameras");
        foreach (var ask in asks)
        {
            command.Bind(
                ask.Owner.Id, ask.Incident.Id, ask.Canvass, (int)ask.State, ask.At.UtcTicks, ask.FootageUntil.UtcTicks, ask.ExpiresAt.UtcTicks,
                AskColumns.Cameras(ask)).ExecuteNonQuery();
        }
    }

    /// <summary>Ends asks.</summary>
    internal static void Write(SqliteConnection connection, IReadOnlyList<EndAsks> ends)
    {
        using var command = connection.Command(
            """
            UPDATE ask SET state = $state, at = $at
             WHERE incident = $incident AND canvass = $canvass AND state IN (0, 1, 2) AND (NOT $expiredOnly OR expires_at <= $at);
            """,
            "$incident", "$canvass", "$state", "$at", "$expiredOnly");
        foreach (var end in ends)
        {
            command.Bind(end.Canvass.Incident.Id, end.Canvass.Ordinal, (int)end.State, end.At.UtcTicks, end.ExpiredOnly).ExecuteNonQuery();
        }
    }

    private Task<IReadOnlyList<Ask>> ReadAsync(string sql, string[] names, object?[] values, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Ask>>(
            connection =>
            {
                using var command = connection.Command(sql, names).Bind(values);
                return command.ReadAll(row => AskColumns.Ask(
                    row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt16(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
                    row.GetString(7)));
            },
            cancellationToken);
}
