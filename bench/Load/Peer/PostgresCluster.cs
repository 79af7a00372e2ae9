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
    /// <param name="settings">Further settings, as <c>name = value</c>; they win over its own.</param>
    public static async Task<PostgresCluster> StartAsync(params IEnumerable<string> settings)
    {
        // All that helps short questions over data that fits into memory; just-in-time compilation and planning anew do not.
        var server = await PostgresServer.StartAsync(new()
        {
            Settings =
            [
                "shared_buffers = 256MB", "work_mem = 32MB", "effective_cache_size = 1GB", "random_page_cost = 1.1",
                "max_parallel_workers_per_gather = 0", "jit = off", "plan_cache_mode = force_generic_plan", .. settings,
            ],
        });
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { MaxPoolSize = 32, NoResetOnClose = true };
        return new(server, new NpgsqlDataSourceBuilder(address.ConnectionString).Build());
    }

    /// <summary>Makes an empty database for a grid, which plans its statements as PostgreSQL does by default.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateGridDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        var connectionString = await _server.CreateDatabaseAsync(name);
        await using var command = Source.CreateCommand($"ALTER DATABASE \"{name}\" SET plan_cache_mode = auto");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connectionString;
    }

    /// <summary>Stops it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _server.DisposeAsync();
    }
}
