using System.Net;
using Canvass.Grains;
using Canvass.Silo.Hosting;
using Canvass.Silo.Telemetry;
using Canvass.Storage;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Canvass.Silo.Clustering;

/// <summary>A process that runs grains.</summary>
internal static class SiloRole
{
    /// <summary>Makes the process a silo: alone on the embedded database, or one of many on the database that they share.</summary>
    public static void AddSilo(this WebApplicationBuilder builder, NodeOptions host, bool sharesDatabase) => builder.UseOrleans(silo =>
    {
        if (sharesDatabase)
        {
            silo.AddCanvassClustering();
            silo.Configure<ClusterOptions>(Cluster.ConfigureIds);
            silo.Configure<EndpointOptions>(endpoints =>
            {
                endpoints.SiloPort = host.SiloPort;
                endpoints.GatewayPort = host.GatewayPort;
            });
            silo.Configure<ClusterMembershipOptions>(Cluster.ConfigureMembership);
        }
        else
        {
            silo.UseLocalhostClustering(host.SiloPort, host.GatewayPort, primarySiloEndpoint: null, Cluster.Id, Cluster.Id);
        }

        silo.Configure<EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = IPAddress.Parse(host.AdvertisedAddress));
        silo.Configure<SiloMessagingOptions>(messaging => Cluster.ConfigureTimeouts(host.ResponseTimeout, messaging));
        silo.Services.Configure<ExceptionSerializationOptions>(Cluster.ConfigureExceptions);
        if (host.Dashboard)
        {
            silo.AddGridDashboard();
        }

        silo.AddActivityPropagation();
        silo.AddGridGrains();
        silo.AddCanvassStorage();
    });
}
