using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Canvass.Gateway.Problems;

/// <summary>Answers every failure of an endpoint as problem details, and logs those that are not the caller's.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = ProblemMapping.Of(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            LogFailed(httpContext.Request.Method, Route(httpContext), exception);
        }
        else if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage)
        {
            LogUnavailable(httpContext.Request.Method, Route(httpContext), exception);
        }

        await problems.WriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
        return true;
    }

    /// <summary>The route that failed; by now the request itself has none any more.</summary>
    private static string? Route(HttpContext http) =>
        (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;

    [LoggerMessage(4001, LogLevel.Error, "{Method} {Route} failed with an unexpected error.")]
    private partial void LogFailed(string method, string? route, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "{Method} {Route} got no answer from the grid.")]
    private partial void LogUnavailable(string method, string? route, Exception exception);
}
