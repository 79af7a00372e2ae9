using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Canvass.Load.Peer;

/// <summary>A PostgreSQL cluster with PostGIS of the benchmark's own: made for a run, on loopback, gone after it.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _folder;

    private PostgresCluster(string folder, NpgsqlDataSource source)
    {
        _folder = folder;
        Source = source;
    }

    /// <summary>Connects to it.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Makes and starts a cluster.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var folder = await PeerProcess.RunAsync("/usr/bin/mktemp", "-d", Path.Combine(Path.GetTempPath(), "canvass-peer-XXXXXXXX"));
        var port = FreePort();
        try
        {
            await PeerProcess.RunAsync(PeerProcess.Find("initdb"),
                "-D", folder, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            await PeerProcess.RunAsync(PeerProcess.Find("pg_ctl"),
                "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", Settings(folder, port), "start");
        }
        catch
        {
            await RemoveAsync(folder);
            throw;
        }

        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "bench",
            Database = "postgres",
            MaxPoolSize = 32,
            NoResetOnClose = true,
        };
        return new(folder, new NpgsqlDataSourceBuilder(address.ConnectionString).Build());
    }

    /// <summary>Stops it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await PeerProcess.RunAsync(PeerProcess.Find("pg_ctl"), "-D", _folder, "-w", "-m", "fast", "stop");
        await RemoveAsync(_folder);
    }

    private static Task RemoveAsync(string folder) => PeerProcess.RunAsync("/bin/rm", "-rf", folder);

    /// <summary>All that helps short questions over data that fits into memory; just-in-time compilation and planning anew do not.</summary>
    private static string Settings(string folder, int port) =>
        FormattableString.Invariant($"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c shared_buffers=256MB -c work_mem=32MB ")
        + "-c effective_cache_size=1GB -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0 -c fsync=off "
        + "-c jit=off -c plan_cache_mode=force_generic_plan";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
