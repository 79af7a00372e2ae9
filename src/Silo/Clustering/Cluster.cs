using Canvass.Storage;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Canvass.Silo.Clustering;

/// <summary>What all processes of a cluster have in common.</summary>
internal static class Cluster
{
    /// <summary>The cluster's and the service's id. A database holds one grid, so it needs no other name.</summary>
    public const string Id = "canvass";

    /// <summary>Names the cluster.</summary>
    public static void ConfigureIds(ClusterOptions options)
    {
        options.ClusterId = Id;
        options.ServiceId = Id;
    }

    /// <summary>Lets exceptions of packages travel to callers in other processes. One that cannot travel arrives as an error of serialization
    /// instead, which says nothing of what failed; grains that cannot be activated throw such, and no filter of ours sees it.</summary>
    public static void ConfigureExceptions(ExceptionSerializationOptions options)
    {
        options.SupportedNamespacePrefixes.Add("Npgsql");
        options.SupportedNamespacePrefixes.Add("Polly");
        options.SupportedNamespacePrefixes.Add(typeof(StorageException).Namespace!);
    }

    /// <summary>Finds a dead silo within some ten seconds instead of Orleans' half a minute: a dispatcher waits that long.</summary>
    public static void ConfigureMembership(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1.5);

        // Three times this is how long a silence must last before anybody votes, whatever probes say.
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);

        // A silo that is cut from the others learns from the table alone that they have declared it dead, and answers outdated until then.
        options.TableRefreshTimeout = TimeSpan.FromSeconds(2);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
    }

    /// <summary>Gives up what silos ask one another to find a grain before its caller does. What was lost with a connection would otherwise hold up
    /// the grain's later calls, repeated ones too, for Orleans' half a minute.</summary>
    public static void ConfigureTimeouts(TimeSpan responseTimeout, SiloMessagingOptions options)
    {
        options.ResponseTimeout = responseTimeout;
        options.SystemResponseTimeout = 0.8 * responseTimeout;
        options.PlacementTimeout = options.SystemResponseTimeout;
    }
}
