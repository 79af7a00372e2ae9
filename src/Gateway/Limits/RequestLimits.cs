using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Canvass.Gateway.Limits;

/// <summary>
/// Refuses requests (503) while more are in progress than the process takes. If the grid does not answer, waiting requests would otherwise
/// pile up until the process fails; so most callers learn at once that they have to wait. Health and metrics have no limit.
/// </summary>
internal static class RequestLimits
{
    /// <summary>The policy of ordinary requests: they share one limit.</summary>
    public const string Requests = "requests";

    /// <summary>The policy of streams. They stay open for hours and cost little: each endpoint has a limit of its own, so that the watchers
    /// of one keep out neither ordinary requests nor the watchers of another.</summary>
    public const string Streams = "streams";

    /// <summary>Adds the limits of <see cref="RequestLimitOptions"/>.</summary>
    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddOptions<RequestLimitOptions>().BindConfiguration("Canvass").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RequestLimitOptions>, RequestLimitOptionsValidator>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RequestLimitOptions>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limiter.AddPolicy(Requests, _ => Concurrency("", limits.Value));
            limiter.AddPolicy(Streams, http => Concurrency(Route(http), limits.Value));
        });
    }

    private static RateLimitPartition<string> Concurrency(string partition, RequestLimitOptions limits) =>
        RateLimitPartition.GetConcurrencyLimiter(
            partition, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.MaxConcurrentRequests, QueueLimit = 0 });

    private static string Route(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
}
