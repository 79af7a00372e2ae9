using Npgsql;

namespace Canvass.Load.Clusters;

/// <summary>What a database server says of itself.</summary>
/// <param name="Version">The versions of PostgreSQL and PostGIS.</param>
/// <param name="Settings">The settings that matter to what is measured.</param>
internal sealed record ServerFacts(string Version, string Settings)
{
    private const string Question = """
        SELECT format('PostgreSQL %s, PostGIS %s', current_setting('server_version'),
                   (SELECT default_version FROM pg_available_extensions WHERE name = 'postgis')),
               (SELECT string_agg(name || ' = ' || current_setting(name), ', ' ORDER BY name) FROM pg_settings
                 WHERE name = ANY ('{fsync,synchronous_commit,full_page_writes,wal_level,wal_sync_method,shared_buffers,max_wal_size,
                     checkpoint_timeout,work_mem,effective_cache_size,random_page_cost,jit,max_connections}'))
        """;

    /// <summary>Settings of a server that loses nothing and has a few gigabytes to itself.</summary>
    public static IReadOnlyList<string> Durable { get; } =
    [
        "shared_buffers = 1GB", "work_mem = 32MB", "effective_cache_size = 4GB", "random_page_cost = 1.1", "max_wal_size = 8GB",
        "checkpoint_timeout = 15min", "jit = off",
    ];

    /// <summary>Asks a server.</summary>
    public static async Task<ServerFacts> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(Question);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(row.GetString(0), row.GetString(1));
    }
}
