using Canvass.Load.City;
using Canvass.Load.Clusters;
using Canvass.Load.Grid;
using Canvass.Running;
using Canvass.Running.Processes;

namespace Canvass.Load.Peer;

/// <summary>The like-for-like peer: <c>bench/PeerService</c> as a process of its own, on a database server of its own.</summary>
internal sealed class PeerHttpService : ICanvassService, IAsyncDisposable
{
    private const string Program = "Canvass.PeerService.dll";
    private readonly PostgresServer _server;
    private readonly ProgramProcess _process;
    private readonly HttpClient _client;
    private readonly GridHttp _http;

    private PeerHttpService(PostgresServer server, ProgramProcess process, Uri address, string connectionString)
    {
        _server = server;
        _process = process;
        _client = new() { BaseAddress = address };
        _http = new(_client);
        Database = new(Name, connectionString, AskCount.Peer);
    }

    /// <inheritdoc/>
    public string Name => "HTTP service on PostGIS";

    /// <inheritdoc/>
    public ContenderDatabase Database { get; }

    /// <summary>Starts the server and the service.</summary>
    public static async Task<PeerHttpService> StartAsync(BenchCity city, CancellationToken cancellationToken)
    {
        var server = await DurableServer.StartAsync();
        PeerHttpService? service = null;
        try
        {
            var connectionString = await server.CreateDatabaseAsync("peer");
            await PeerSchema.CreateAsync(connectionString, city, cancellationToken);
            var address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
            var process = ProgramProcess.Start(
                ["--urls", address.ToString()], new Dictionary<string, string> { ["Database"] = connectionString }, new(), program: Program);
            service = new PeerHttpService(server, process, address, connectionString);
            await process.ReadyAsync(service._client);
            return service;
        }
        catch
        {
            await (service?.DisposeAsync() ?? server.DisposeAsync());
            throw;
        }
    }

    /// <inheritdoc/>
    public GridHttp Http(int client) => _http;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _client.Dispose();
        await _process.DisposeAsync();
        await _server.DisposeAsync();
    }
}
