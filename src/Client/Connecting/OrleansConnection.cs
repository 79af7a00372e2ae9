using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Canvass.Client.Connecting;

/// <summary>Sets up the Orleans client under a <see cref="CanvassClient"/>.</summary>
internal static class OrleansConnection
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Configures an Orleans client for the options.</summary>
    public static void Configure(IClientBuilder client, CanvassClientOptions options) => client
        .UseStaticClustering([.. options.Gateways])
        .Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = options.ClusterId;
            cluster.ServiceId = options.ServiceId;
        })
        .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = options.ResponseTimeout)
        .UseConnectionRetryFilter(async (_, cancellationToken) =>
        {
            await Task.Delay(RetryPause, cancellationToken).ConfigureAwait(false);
            return true;
        });

    /// <summary>Builds a host of its own for a client outside of dependency injection.</summary>
    public static IHost BuildHost(CanvassClientOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client => Configure(client, options));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder.Build();
    }

    /// <summary>Starts the host, that is: connects.</summary>
    public static async Task StartAsync(IHost host, CanvassClientOptions options, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.ConnectTimeout);
        try
        {
            await host.StartAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"No grid answered at {string.Join(", ", options.Gateways)} within {options.ConnectTimeout.TotalSeconds:0} s: is a silo running there?");
        }
    }
}
