using System.Text.Json;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Canvass.Gateway.Incidents;

/// <summary>Streams an incident's events as server-sent events until the caller leaves or the server stops, with a comment every 15 s, so
/// that proxies keep the connection and the server notices who left.</summary>
/// <param name="incident">The incident.</param>
/// <param name="watch">Begins the watching.</param>
internal sealed class EventStream(IncidentKey incident, Func<CancellationToken, IAsyncEnumerable<IncidentEvent>> watch) : IResult
{
    /// <summary>The media type of server-sent events.</summary>
    public const string ContentType = "text/event-stream";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await response.WriteAsync(":\n\n", ended.Token);
            await response.Body.FlushAsync(ended.Token);
            await StreamAsync(response, services.GetRequiredService<TimeProvider>(), ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The caller left, or the server stops: the caller resumes after the last event that it has.
        }
    }

    private async Task StreamAsync(HttpResponse response, TimeProvider time, CancellationTokenSource ended)
    {
        await using var events = watch(ended.Token).GetAsyncEnumerator(ended.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (await IsQuietAsync(next, time, ended.Token))
                {
                    await response.WriteAsync(":\n\n", ended.Token);
                }
                else if (await next)
                {
                    await response.WriteAsync(Text(events.Current), ended.Token);
                    next = events.MoveNextAsync().AsTask();
                }
                else
                {
                    return;
                }

                await response.Body.FlushAsync(ended.Token);
            }
        }
        finally
        {
            // An enumerator may not be disposed while it moves.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>True where nothing happened for the length of a heartbeat.</summary>
    private static async Task<bool> IsQuietAsync(Task next, TimeProvider time, CancellationToken cancellationToken)
    {
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(next, Task.Delay(Heartbeat, time, decided.Token));
        cancellationToken.ThrowIfCancellationRequested();
        await decided.CancelAsync();
        return first != next;
    }

    private string Text(IncidentEvent happened)
    {
        var answer = IncidentEventAnswer.Of(incident, happened);
        var kind = JsonNamingPolicy.CamelCase.ConvertName(happened.Kind.ToString());
        return $"id: {happened.Sequence}\nevent: {kind}\ndata: {JsonSerializer.Serialize(answer, GridJson.Options)}\n\n";
    }
}
