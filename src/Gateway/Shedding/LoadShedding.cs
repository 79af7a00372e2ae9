using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Canvass.Gateway.Shedding;

/// <summary>
/// Turns requests away (503) while more are in progress than the doors take. A grid that does not answer would otherwise gather waiting
/// requests until the door itself falls; so most callers learn at once that they have to wait.
/// </summary>
internal static class LoadShedding
{
    /// <summary>Adds the limit of <see cref="RequestLimitOptions"/>.</summary>
    public static void AddLoadShedding(this IServiceCollection services)
    {
        services.AddOptions<RequestLimitOptions>().BindConfiguration("Canvass").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RequestLimitOptions>, RequestLimitOptionsValidator>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RequestLimitOptions>>((limiter, doors) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                http => Partition(http.Request.Path, doors.Value.MaxConcurrentRequests));
        });
    }

    /// <summary>Watchers stay for hours and cost little: they share a limit of their own. Whoever looks after the process always gets in.</summary>
    private static RateLimitPartition<string> Partition(PathString path, int most)
    {
        if (path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal))
        {
            return RateLimitPartition.GetNoLimiter("operating");
        }

        return RateLimitPartition.GetConcurrencyLimiter(
            path.Value!.EndsWith("/events", StringComparison.Ordinal) ? "watching" : "asking",
            _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
    }
}
