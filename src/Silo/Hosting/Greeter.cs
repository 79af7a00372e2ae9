using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Canvass.Silo.Hosting;

/// <summary>Says, once the doors are open, where they are and that nobody is asked who they are.</summary>
internal sealed partial class Greeter(IServer server, IHostApplicationLifetime lifetime, ILogger<Greeter> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => LogOpen(string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5001, LogLevel.Warning,
        "Canvass is open at {Addresses}, to this machine only: callers are not asked who they are yet, and every call is taken as an operator of everything.")]
    private partial void LogOpen(string addresses);
}
