using Canvass.Client;
using Canvass.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Canvass.Gateway.Health;

/// <summary>Tells an orchestrator how the process is.</summary>
internal static class HealthApi
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Maps <c>/health</c>.</summary>
    public static void MapHealthApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", Live).WithName("Live").WithSummary("Whether the process runs; touches neither database nor grid.");
        group.MapGet("/startup", Startup).WithName("Startup").WithSummary("Whether the process has started.").Refuses();
        group.MapGet("/ready", ReadyAsync).WithName("Ready").WithSummary("Whether the grid answers; its database is not asked.").Refuses();
    }

    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer("live"));

    private static Ok<HealthAnswer> Startup(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.IsCancellationRequested
        ? TypedResults.Ok(new HealthAnswer("started"))
        : throw new OperationCanceledException("Not started yet.");

    private static async Task<Ok<HealthAnswer>> ReadyAsync(
        CanvassClient client, IHostApplicationLifetime lifetime, TimeProvider time, CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new OperationCanceledException("Stopping.");
        }

        await client.PingAsync().WaitAsync(Timeout, time, cancellationToken);
        return TypedResults.Ok(new HealthAnswer("ready"));
    }
}
