using System.Net;
using Canvass.Client;
using Canvass.Load.Import;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;
using Canvass.Running;
using Npgsql;

namespace Canvass.Load.Megacity;

/// <summary>A city under one silo process, on a database of its own.</summary>
internal sealed class CityGrid : IAsyncDisposable
{
    private readonly string _folder;
    private SiloProcess? _silo;
    private CanvassClient? _client;

    private CityGrid(TiledCity city, string connectionString, string folder)
    {
        City = city;
        ConnectionString = connectionString;
        _folder = folder;
    }

    /// <summary>The city.</summary>
    public TiledCity City { get; }

    /// <summary>How to connect to its database.</summary>
    public string ConnectionString { get; }

    /// <summary>Connects to the HTTP API.</summary>
    public HttpClient Http => Silo.Http;

    /// <summary>The memory of the silo process that is resident, in bytes.</summary>
    public long WorkingSetBytes => Silo.WorkingSetBytes;

    private SiloProcess Silo => _silo ?? throw new InvalidOperationException("The silo does not run.");

    /// <summary>Creates an empty database and starts a silo on it.</summary>
    public static async Task<CityGrid> StartAsync(PostgresCluster cluster, TiledCity city, CancellationToken cancellationToken)
    {
        var connectionString = await cluster.CreateGridDatabaseAsync(FormattableString.Invariant($"grid_{city.Count}"), cancellationToken);
        var grid = new CityGrid(city, connectionString, Directory.CreateTempSubdirectory("canvass-bench-").FullName);
        try
        {
            await grid.StartSiloAsync();
            return grid;
        }
        catch
        {
            await grid.DisposeAsync();
            throw;
        }
    }

    /// <summary>Imports the city through the HTTP API, and lets PostgreSQL do at once what autovacuum would do while something is measured.</summary>
    public async Task<ImportSpeed> ImportAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var (speed, _, _) = await new StreamedImport(Http, City.Count, City.At, say).RunAsync(null, cancellationToken);
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand("VACUUM (ANALYZE)");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return speed;
    }

    /// <summary>Starts a silo and waits until it is ready.</summary>
    public async Task StartSiloAsync() => _silo = await SiloProcess.StartAsync(_folder, null, $"Database={ConnectionString}");

    /// <summary>Asks the silo to stop and waits until it has.</summary>
    public async Task StopSiloAsync()
    {
        await DisconnectAsync();
        await Silo.StopAsync();
        await Silo.DisposeAsync();
        _silo = null;
    }

    /// <summary>A grain client that is connected to the silo.</summary>
    public async Task<CanvassClient> ConnectAsync(CancellationToken cancellationToken) => _client ??= await CanvassClient.ConnectAsync(
        new() { Gateways = [new(IPAddress.Loopback, Silo.GatewayPort)] }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        if (_silo is { } silo)
        {
            await silo.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task DisconnectAsync()
    {
        if (_client is { } client)
        {
            _client = null;
            await client.DisposeAsync();
        }
    }
}
