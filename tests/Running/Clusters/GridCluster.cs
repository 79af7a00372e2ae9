using System.Net;
using Npgsql;

namespace Canvass.Running.Clusters;

/// <summary>Silos and gateways as processes of their own over one PostgreSQL: what a city runs, on one machine.</summary>
public sealed class GridCluster : IAsyncDisposable
{
    private const string DatabaseName = "canvass";
    private readonly bool _ownsServer;

    private GridCluster(PostgresServer server, bool ownsServer, string connectionString, ClusterNetwork? network, IReadOnlyList<GridNode> nodes)
    {
        _ownsServer = ownsServer;
        Server = server;
        ConnectionString = connectionString;
        Network = network;
        Nodes = nodes;
        Silos = [.. nodes.Where(node => node.Role is NodeRole.Silo)];
        Gateways = [.. nodes.Where(node => node.Role is NodeRole.Gateway)];
    }

    /// <summary>The database server.</summary>
    public PostgresServer Server { get; }

    /// <summary>How this process connects to the database.</summary>
    public string ConnectionString { get; }

    /// <summary>The network between the processes; null where they share this process' own.</summary>
    public ClusterNetwork? Network { get; }

    public IReadOnlyList<GridNode> Silos { get; }

    public IReadOnlyList<GridNode> Gateways { get; }

    /// <summary>Silos and gateways.</summary>
    public IReadOnlyList<GridNode> Nodes { get; }

    /// <summary>Starts a cluster and waits until all of it is ready.</summary>
    public static async Task<GridCluster> StartAsync(GridClusterOptions? options = null)
    {
        options ??= new();
        if (options.LogFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var network = options.Isolated ? await ClusterNetwork.CreateAsync(options.Silos + options.Gateways) : null;
        var server = options.Server;
        GridCluster? cluster = null;
        try
        {
            server ??= await PostgresServer.StartAsync(new()
            {
                Durable = true,
                MaxConnections = 50 + (25 * (options.Silos + options.Gateways)),
                ListenAddresses = network is null ? "127.0.0.1" : $"127.0.0.1,{network.Host}",
            });
            var connection = options.ConnectionString ?? await server.CreateDatabaseAsync(DatabaseName);
            cluster = new(server, options.Server is null, connection, network, Place(options, connection, network));
            await Task.WhenAll(cluster.Nodes.Select(node => node.LaunchAsync()));
            await cluster.ReadyAsync();
            return cluster;
        }
        catch
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }
            else
            {
                await DisposeAsync(options.Server is null ? server : null, network);
            }

            throw;
        }
    }

    /// <summary>Waits until every process is ready.</summary>
    public Task ReadyAsync() => Task.WhenAll(Nodes.Select(node => node.ReadyAsync()));

    /// <summary>What the membership table says of a silo's newest process, for example <c>Active</c> or <c>Dead</c>; null: nothing.</summary>
    public async Task<string?> MembershipAsync(GridNode silo)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT Status FROM OrleansMembershipTable WHERE Address = $1 AND Port = $2 ORDER BY Generation DESC LIMIT 1", connection)
        {
            Parameters = { new() { Value = silo.SiloEndPoint.Address.ToString() }, new() { Value = silo.SiloEndPoint.Port } },
        };
        return await command.ExecuteScalarAsync() is int status ? ((Orleans.Runtime.SiloStatus)status).ToString() : null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await DisposeAsync(_ownsServer ? Server : null, Network);
    }

    private static async ValueTask DisposeAsync(PostgresServer? server, ClusterNetwork? network)
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (network is not null)
        {
            await network.DisposeAsync();
        }
    }

    private static List<GridNode> Place(GridClusterOptions options, string connection, ClusterNetwork? network)
    {
        var settings = new Dictionary<string, string>(options.Settings)
        {
            // Tests run at any hour of the day, and ask the same owners over and over.
            ["Policy__QuietHours"] = "none",
            ["Policy__AsksPerOwner"] = "0",
            ["Database"] = network is null
                ? connection
                : new NpgsqlConnectionStringBuilder(connection) { Host = network.Host.ToString() }.ConnectionString,
            ["TrustedNetwork"] = network is null ? "false" : "true",
        };
        return [.. Enumerable.Range(0, options.Silos + options.Gateways).Select(place =>
        {
            var (role, name) = place < options.Silos
                ? (NodeRole.Silo, $"silo-{place + 1}")
                : (NodeRole.Gateway, $"gateway-{place - options.Silos + 1}");
            return new GridNode(
                name, role, network?.AddressOf(place) ?? IPAddress.Loopback, settings, network?.NamespaceOf(place), options);
        })];
    }
}
