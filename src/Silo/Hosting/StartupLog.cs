using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Canvass.Silo.Hosting;

/// <summary>Logs at start where the API listens, who can reach it, and that callers are not authenticated.</summary>
internal sealed partial class StartupLog(IServer server, IHostApplicationLifetime lifetime, IOptions<NodeOptions> options, ILogger<StartupLog> logger)
    : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(LogStarted);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void LogStarted()
    {
        var addresses = string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        if (options.Value.ServesHttp)
        {
            LogOpen(addresses, options.Value.TrustedNetwork ? "whoever reaches it" : "this machine only");
        }
        else
        {
            LogRuns(addresses);
        }
    }

    [LoggerMessage(5001, LogLevel.Warning,
        "Canvass is open at {Addresses}, to {Whom}: callers are not asked who they are yet, and every call is taken as an operator of everything.")]
    private partial void LogOpen(string addresses, string whom);

    [LoggerMessage(5004, LogLevel.Information, "This silo takes part; health and metrics are at {Addresses}.")]
    private partial void LogRuns(string addresses);
}
