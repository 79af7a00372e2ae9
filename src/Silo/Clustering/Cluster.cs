using Orleans.Configuration;

namespace Canvass.Silo.Clustering;

/// <summary>What all processes of a cluster have in common.</summary>
internal static class Cluster
{
    /// <summary>The cluster's and the service's id. A database holds one grid, so it needs no other name.</summary>
    public const string Id = "canvass";

    /// <summary>Names the cluster.</summary>
    public static void Name(ClusterOptions options)
    {
        options.ClusterId = Id;
        options.ServiceId = Id;
    }

    /// <summary>Finds a dead silo within some ten seconds instead of Orleans' half a minute: a dispatcher waits that long.</summary>
    public static void WatchClosely(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(4);
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
    }
}
