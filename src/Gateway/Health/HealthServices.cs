using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Canvass.Gateway.Health;

/// <summary>Registers the health checks.</summary>
internal static class HealthServices
{
    private const string LogCategory = "Microsoft.Extensions.Diagnostics.HealthChecks";

    /// <summary>Adds those behind <c>/health</c>.</summary>
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StartupHealthCheck>(StartupHealthCheck.Name)
            .AddCheck<GridHealthCheck>(GridHealthCheck.Name, failureStatus: null, tags: [], timeout: GridHealthCheck.Timeout);

        // The endpoint logs why it refuses; the framework would log the same again, with the exception's message.
        services.AddLogging(logging => logging.AddFilter(LogCategory, LogLevel.None));
    }
}
