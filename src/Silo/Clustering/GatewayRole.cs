using Canvass.Silo.Hosting;
using Canvass.Storage;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Canvass.Silo.Clustering;

/// <summary>A process that serves the HTTP API of a cluster.</summary>
internal static class GatewayRole
{
    // A frozen silo keeps its connections: until its name is off this list, a part of all calls still goes to it.
    private static readonly TimeSpan ListRefresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes the process a client of the cluster. The API listens at once and answers 503 until a silo is reached, for as long as that
    /// takes.</summary>
    public static void AddGateway(this WebApplicationBuilder builder, NodeOptions host)
    {
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.UseOrleansClient(client =>
        {
            client.AddCanvassClustering();
            client.Configure<ClusterOptions>(Cluster.ConfigureIds);
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = ListRefresh);
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = host.ResponseTimeout);
            client.Services.Configure<ExceptionSerializationOptions>(Cluster.ConfigureExceptions);
            client.AddActivityPropagation();
            client.UseConnectionRetryFilter(async (_, cancellationToken) =>
            {
                await Task.Delay(RetryPause, cancellationToken);
                return true;
            });
            ResilientGatewayList.Wrap(client.Services);
        });
    }
}
