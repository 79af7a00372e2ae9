using Canvass.Contracts.Refusals;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Canvass.Grains.Incidents;

/// <summary>
/// Keeps an activation from answering what is no longer true. While silos lose sight of each other an incident may be active twice. Of the two
/// only one can write, as every write names the version that it follows; the other would not notice as long as it is only read.
/// </summary>
internal sealed partial class IncidentGrain
{
    /// <summary>How long an activation answers readers without a look at what rests.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private long _seenAt;

    /// <summary>Looks at what rests, where the last look or write is a while ago or what a reader wants is not known. Where it cannot be read,
    /// what is known is answered.</summary>
    private async Task LookAsync(bool isKnown)
    {
        if (isKnown && time.GetElapsedTime(_seenAt) < Freshness)
        {
            return;
        }

        try
        {
            await LookAgainAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotRead(exception.GetType().Name);
        }
    }

    /// <summary>Runs a command; before it is refused, or where another activation has written meanwhile, the incident is looked at as it rests
    /// and the command is run on that.</summary>
    private async Task<T> AgainstTruthAsync<T>(Func<Task<T>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception exception) when (exception is RefusedException or InconsistentStateException)
        {
            if (!await LookAgainAsync())
            {
                throw;
            }
        }

        return await command();
    }

    private async Task<bool> LookAgainAsync()
    {
        var isOutdated = await _incident.ReadAgainAsync();
        _seenAt = time.GetTimestamp();
        if (isOutdated)
        {
            // The other activation is the one that callers shall find; watchers begin again there.
            DeactivateOnIdle();
        }

        return isOutdated;
    }

    [LoggerMessage(2003, LogLevel.Warning, "An incident could not be read again ({Exception}); what is known of it is answered.")]
    private partial void LogNotRead(string exception);
}
