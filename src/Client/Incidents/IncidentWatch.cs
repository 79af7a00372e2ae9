using System.Runtime.CompilerServices;
using Canvass.Contracts.Incidents;

namespace Canvass.Client.Incidents;

/// <summary>Watches an incident through restarts of its grain and of silos.</summary>
internal static class IncidentWatch
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);

    /// <summary>See <see cref="IncidentsClient.WatchAsync"/>.</summary>
    public static async IAsyncEnumerable<IncidentEvent> RunAsync(
        IIncidentGrain incident, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var events = incident.WatchAsync(after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await MoveNextAsync(events).ConfigureAwait(false))
            {
                after = events.Current.Sequence;
                yield return events.Current;
            }

            cancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(RetryPause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>False where the grain or its silo went away: then the watch begins again after the last event.</summary>
    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<IncidentEvent> events)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is EnumerationAbortedException or OrleansException or TimeoutException)
        {
            return false;
        }
    }
}
