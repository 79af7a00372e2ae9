using Canvass.Running;

namespace Canvass.Load.Clusters;

/// <summary>A PostgreSQL server that loses nothing. Each contender has one of its own, so that what its log holds was written for it.</summary>
internal static class DurableServer
{
    private const int Connections = 300;

    /// <summary>Starts one.</summary>
    public static Task<PostgresServer> StartAsync() =>
        PostgresServer.StartAsync(new() { Durable = true, MaxConnections = Connections, Settings = ServerFacts.Durable });
}
