using Canvass.Silo.Hosting;
using Canvass.Storage;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Canvass.Silo.Clustering;

/// <summary>A process that opens doors to the silos of a cluster.</summary>
internal static class GatewayRole
{
    // A frozen silo keeps its connections: until its name is off this list, a part of all calls still goes to it.
    private static readonly TimeSpan ListRefresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes the process a client of the cluster. Its doors open at once and answer 503 until a silo is reached, for as long as that
    /// takes.</summary>
    public static void AddGateway(this WebApplicationBuilder builder, NodeOptions host)
    {
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.UseOrleansClient(client =>
        {
            client.AddCanvassClustering();
            client.Configure<ClusterOptions>(Cluster.Name);
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = ListRefresh);
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = host.ResponseTimeout);
            client.Services.Configure<ExceptionSerializationOptions>(Cluster.LetTravel);
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
