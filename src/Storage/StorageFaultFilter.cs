using Canvass.Contracts.Refusals;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage;

/// <summary>Tells callers of grains that storage failed, in words that leave the grid: what a provider throws differs from provider to
/// provider, is wrapped by the runtime, and means nothing to a caller in another process.</summary>
internal sealed class StorageFaultFilter : IIncomingGrainCallFilter
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
                case SqliteException:
                case StorageException { InnerException: null }:
                    return new("The grid's database cannot be used at present, and the grid's log says why: repeat the request, which is safe.", false);
            }
        }

        return null;
    }
}
