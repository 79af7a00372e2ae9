using System.Net.Sockets;
using Canvass.Contracts.Refusals;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Storage;

namespace Canvass.Storage.Faults;

/// <summary>Translates failures of storage into errors for callers of the grid, without details of the database.</summary>
internal static class GridFault
{
    private const int Full = 13;

    /// <summary>The error for the caller; null if storage did not cause the failure.</summary>
    public static GridUnavailableException? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case GridUnavailableException explained:
                    return explained;
                case SqliteException { SqliteErrorCode: Full }:
                    return new("There is no room left on the grid's disk: free space there, then repeat the request, which is safe.", true);
                case PostgresException { SqlState: PostgresErrorCodes.DiskFull }:
                    return new("There is no room left on the disk of the grid's database: free space there, then repeat the request, which is safe.", true);
                case InconsistentStateException:
                    return new("The grid was rearranging itself, and another of its machines answered for this item: repeat the request, which is safe.", false);
                case SqliteException:
                case NpgsqlException:
                case SocketException:
                case StorageException { InnerException: null }:
                    return new("The grid's database cannot be used at present, and the grid's log says why: repeat the request, which is safe.", false);
            }
        }

        return null;
    }
}
