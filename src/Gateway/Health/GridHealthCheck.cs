using Canvass.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Canvass.Gateway.Health;

/// <summary>Healthy while the grid answers and the process is not stopping.</summary>
internal sealed class GridHealthCheck(CanvassClient client, IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <summary>The check's name.</summary>
    public const string Name = "grid";

    /// <summary>How long the grid may take to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("Stopping.");
        }

        await client.PingAsync().WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
