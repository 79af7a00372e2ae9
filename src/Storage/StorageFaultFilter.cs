using System.Net.Sockets;
using Canvass.Contracts.Refusals;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Storage;

namespace Canvass.Storage;

/// <summary>Tells callers of grains that storage failed, in words that leave the grid: what a provider throws differs from provider to
/// provider, is wrapped by the runtime, and means nothing to a caller in another process.</summary>
internal sealed class StorageFaultFilter(StorageFaults faults) : IIncomingGrainCallFilter
{
    private const int Full = 13;

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (Explain(exception) is { } explained)
        {
            faults.Note(exception);
            if (exception is InconsistentStateException)
            {
                // As the runtime does where it sees this exception, which it now does not: the next activation reads the truth.
                context.TargetContext?.Deactivate(new(DeactivationReasonCode.ApplicationError, exception, "Another activation wrote the state."));
            }

            throw explained;
        }
    }

    /// <summary>What a failure means for a caller; null where storage is not to blame.</summary>
    public static GridUnavailableException? Explain(Exception exception)
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
