using System.Data.Common;
using Npgsql;

namespace Canvass.Storage.Postgres;

/// <summary>Reads <c>Canvass__Database</c>. What it says is never shown: it may hold a password.</summary>
internal static class PostgresAddress
{
    /// <summary>What holds where the setting is silent.</summary>
    private static readonly (string Keyword, string Value)[] Defaults =
    [
        // How pg_stat_activity names us.
        ("Application Name", "canvass"),

        // Silos and gateways times this stays below the server's usual max_connections of 100. More would only queue in the server.
        ("Maximum Pool Size", "20"),

        // Seconds to connect, or to get a connection from the pool: a caller is told sooner than its own deadline, and may repeat.
        ("Timeout", "5"),

        // Seconds for one statement. The server answers in milliseconds; a connection that stays silent is dead.
        ("Command Timeout", "15"),

        // Every statement is of a handful that come again and again: parsed and planned once a connection.
        ("Max Auto Prepare", "64"),
        ("Auto Prepare Min Usages", "2"),

        // Nothing of ours stays behind in a session.
        ("No Reset On Close", "true"),

        // A server that vanished without a word is noticed between statements, too.
        ("Tcp Keepalive", "true"),
        ("Timezone", "UTC"),
    ];

    /// <summary>The address with our defaults where the text is silent.</summary>
    /// <exception cref="StorageException">The text is no connection string, or names no server.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        var address = new NpgsqlConnectionStringBuilder();
        foreach (var (keyword, value) in Defaults)
        {
            address[keyword] = value;
        }

        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = text };
            foreach (string keyword in given.Keys)
            {
                address[keyword] = given[keyword];
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            // Without the cause: its message may quote the text.
            throw new StorageException("Canvass__Database is not a connection string as Npgsql reads it: give for example "
                + "'Host=db.example.org;Database=canvass;Username=canvass;Password=…'; the form postgres://… is not one.");
        }

        return string.IsNullOrWhiteSpace(address.Host)
            ? throw new StorageException("Canvass__Database names no server: add 'Host=…'.")
            : address;
    }
}
