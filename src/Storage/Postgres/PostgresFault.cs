using System.Net.Sockets;
using Npgsql;

namespace Canvass.Storage.Postgres;

/// <summary>Says what PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and Npgsql's failures mean for
/// whoever runs the grid. No message holds a value of the connection string.</summary>
internal static class PostgresFault
{
    /// <summary>Raised by a migration that may not run beside silos of an older version.</summary>
    private const string OlderSilosRun = "CV001";

    /// <summary>The fault in words; null where it is none of the database's.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PostgresException server => server.SqlState switch
        {
            PostgresErrorCodes.DiskFull => "There is no room left on the disk of the database server: free space there. Nothing was written.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "The database is read-only: point Canvass__Database at the primary, not at a standby.",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                "The database server does not accept user name and password of Canvass__Database (or its pg_hba.conf has no line for this "
                + "machine): correct the one or the other.",
            PostgresErrorCodes.InvalidCatalogName => "The database that Canvass__Database names does not exist: create it, for example with "
                + "'createdb -E UTF8', or correct the name.",
            PostgresErrorCodes.InsufficientPrivilege => "The user of Canvass__Database may not do what was tried: grant it "
                + "CREATE on the schema to migrate, and SELECT, INSERT, UPDATE, DELETE on its tables and USAGE on its sequences to work.",
            PostgresErrorCodes.TooManyConnections => "The database server has no connection left: raise its max_connections, or lower 'Maximum "
                + "Pool Size' in Canvass__Database; silos and gateways times pool size must stay below it.",
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
                "The database server is stopping or starting.",
            OlderSilosRun => "Silos of an older version run on this database, and the upgrade changes what they write: stop them all, then start this "
                + "version.",
            PostgresErrorCodes.OutOfMemory => "The database server is out of memory.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
                "The database has no schema of this version: run 'canvass db migrate', or start a silo, which does it.",
            var code => $"The database server refused a statement (SQLSTATE {code}).",
        },
        NpgsqlException { InnerException: TimeoutException } => "The database server did not answer in time, or every connection of the pool was "
            + "in use.",
        NpgsqlException or SocketException => "The database server is not reached: check that it runs and that Canvass__Database names its host and port.",
        _ => null,
    };

    /// <summary>Whether what a statement was given is to blame, and neither the server nor the way to it: another statement may succeed.</summary>
    public static bool IsOfValues(Exception exception) => exception switch
    {
        StorageException { InnerException: { } cause } => IsOfValues(cause),

        // Data exceptions, violated constraints, and limits of a row.
        PostgresException server => server.SqlState[..2] is "22" or "23" or "54",

        // Values that could not even be sent.
        ArgumentException or FormatException or InvalidCastException or OverflowException => true,
        _ => false,
    };

    /// <summary>Whether waiting may help: the server is away, busy, or about to come.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        PostgresException server => server.SqlState is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or OlderSilosRun or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure,
        NpgsqlException or SocketException => true,
        _ => false,
    };
}
