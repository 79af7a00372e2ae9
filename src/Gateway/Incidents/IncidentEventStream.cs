using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Canvass.Gateway.Incidents;

/// <summary>An incident's events as server-sent events, until the caller leaves or the server stops.</summary>
/// <remarks>A comment every 15 s lets proxies keep the connection and the server notice who left. The framework's events have no
/// comments, so they are written here: while the framework waits for the next event it writes nothing itself.</remarks>
internal sealed class IncidentEventStream(IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>The media type of server-sent events.</summary>
    public const string ContentType = "text/event-stream";

    private const string Comment = ":\n\n";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>The events.</summary>
    /// <param name="response">The response that they are written to.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="watch">Begins the watching.</param>
    /// <param name="cancellationToken">Ends the stream when the caller has left.</param>
    public async IAsyncEnumerable<SseItem<IncidentEventAnswer>> ReadAsync(
        HttpResponse response,
        IncidentKey incident,
        Func<CancellationToken, IAsyncEnumerable<IncidentEvent>> watch,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await using var events = watch(ended.Token).GetAsyncEnumerator(ended.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (await ArrivesAsync(next, response, ended.Token))
            {
                var item = Item(incident, events.Current);
                next = events.MoveNextAsync().AsTask();
                yield return item;
            }
        }
        finally
        {
            // An enumerator may not be disposed while it moves.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>Waits for the next event, with a comment at every heartbeat; false at the end of the stream.</summary>
    private async Task<bool> ArrivesAsync(Task<bool> next, HttpResponse response, CancellationToken ended)
    {
        try
        {
            if (!response.HasStarted)
            {
                // The caller learns at once that the stream is open, also if nothing ever happens.
                await CommentAsync(response, ended);
            }

            while (true)
            {
                using var decided = CancellationTokenSource.CreateLinkedTokenSource(ended);
                if (await Task.WhenAny(next, Task.Delay(Heartbeat, time, decided.Token)) == next)
                {
                    await decided.CancelAsync();
                    return await next;
                }

                await CommentAsync(response, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The caller left, or the server stops: the caller resumes after the last event that it has.
            return false;
        }
        catch (Exception) when (response.HasStarted)
        {
            // Too late for problem details: the caller sees the connection break and resumes.
            response.HttpContext.Abort();
            return false;
        }
    }

    private static async Task CommentAsync(HttpResponse response, CancellationToken ended)
    {
        await response.WriteAsync(Comment, ended);
        await response.Body.FlushAsync(ended);
    }

    private static SseItem<IncidentEventAnswer> Item(IncidentKey incident, IncidentEvent happened) => new(
        IncidentEventAnswer.Of(incident, happened), JsonNamingPolicy.CamelCase.ConvertName(happened.Kind.ToString()))
    {
        EventId = happened.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
