using System.Runtime.ExceptionServices;
using Canvass.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Canvass.Gateway.Health;

// Not MapHealthChecks: its endpoints are not in the API's description and answer 503 without saying why.
/// <summary>Tells an orchestrator how the process is.</summary>
internal static class HealthApi
{
    /// <summary>Maps <c>/health</c>.</summary>
    public static void MapHealthApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", Live).WithName("Live").WithSummary("Whether the process runs; touches neither database nor grid.");
        group.MapGet("/startup", StartupAsync).WithName("Startup").WithSummary("Whether the process has started.").ProducesProblems();
        group.MapGet("/ready", ReadyAsync).WithName("Ready").WithSummary("Whether the grid answers; its database is not asked.").ProducesProblems();
    }

    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer("live"));

    private static Task<Ok<HealthAnswer>> StartupAsync(HealthCheckService checks, CancellationToken cancellationToken) =>
        AskAsync(checks, StartupHealthCheck.Name, "started", cancellationToken);

    private static Task<Ok<HealthAnswer>> ReadyAsync(HealthCheckService checks, CancellationToken cancellationToken) =>
        AskAsync(checks, GridHealthCheck.Name, "ready", cancellationToken);

    private static async Task<Ok<HealthAnswer>> AskAsync(
        HealthCheckService checks, string name, string status, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => check.Name == name, cancellationToken);
        if (report.Entries[name].Exception is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return report.Status == HealthStatus.Healthy
            ? TypedResults.Ok(new HealthAnswer(status))
            : throw new OperationCanceledException(report.Entries[name].Description);
    }
}
