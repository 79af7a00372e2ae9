using Canvass.Running;
using Npgsql;

namespace Canvass.Load.Peer;

/// <summary>A PostgreSQL cluster with PostGIS of the benchmark's own: made for a run, on loopback, gone after it.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly PostgresServer _server;

    private PostgresCluster(PostgresServer server, NpgsqlDataSource source)
    {
        _server = server;
        Source = source;
    }

    /// <summary>Connects to it.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Makes and starts a cluster.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        // All that helps short questions over data that fits into memory; just-in-time compilation and planning anew do not.
        var server = await PostgresServer.StartAsync(new()
        {
            Settings =
            [
                "shared_buffers = 256MB", "work_mem = 32MB", "effective_cache_size = 1GB", "random_page_cost = 1.1",
                "max_parallel_workers_per_gather = 0", "jit = off", "plan_cache_mode = force_generic_plan",
            ],
        });
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { MaxPoolSize = 32, NoResetOnClose = true };
        return new(server, new NpgsqlDataSourceBuilder(address.ConnectionString).Build());
    }

    /// <summary>Stops it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _server.DisposeAsync();
    }
}
