using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Canvass.Gateway.Problems;

/// <summary>Answers every failure, and every bare error status, as problem details. It writes them whatever the caller accepts: an
/// EventSource that meets an unknown incident shall learn why, too.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    private const int ClientClosedRequest = 499;
    private const string RetryAfterSeconds = "1";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400 and < 600, ContentType: null, ContentLength: null or 0 })
            {
                await WriteAsync(http, ProblemMap.Of(http.Response.StatusCode, http));
            }
        }
        catch (Exception exception) when (http.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // Nobody is left to answer.
            if (!http.Response.HasStarted)
            {
                http.Response.StatusCode = ClientClosedRequest;
            }
        }
        catch (Exception exception)
        {
            await AnswerAsync(http, exception);
        }
    }

    private async Task AnswerAsync(HttpContext http, Exception exception)
    {
        var problem = ProblemMap.Of(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            // The message is left out: it may hold what the caller sent.
            LogFailed(http.Request.Method, Route(http), exception.GetType().FullName, exception.StackTrace);
        }
        else if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage)
        {
            LogUnavailable(http.Request.Method, Route(http), exception.GetType().FullName);
        }

        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        await WriteAsync(http, problem);
    }

    private static Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return http.Response.WriteAsJsonAsync(problem, options: null, Problem.ContentType, http.RequestAborted);
    }

    private static string? Route(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    [LoggerMessage(4001, LogLevel.Error, "{Method} {Route} failed with {Exception}.\n{Stack}")]
    private partial void LogFailed(string method, string? route, string? exception, string? stack);

    [LoggerMessage(4002, LogLevel.Warning, "{Method} {Route} got no answer from the grid: {Exception}.")]
    private partial void LogUnavailable(string method, string? route, string? exception);
}
