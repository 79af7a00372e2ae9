using Canvass.Load.City;
using Canvass.Load.Grid;
using Canvass.Running;
using Canvass.Running.Clusters;

namespace Canvass.Load.Clusters;

/// <summary>A cluster under load, with the city imported, on a database server of its own.</summary>
internal sealed class MeasuredGrid : ICanvassService, IAsyncDisposable
{
    // The settings that matter to what is measured. On a machine that has other things to do a call may take longer than anybody would wait
    // for: that is then a figure, and neither a failure nor a canvass that lacks a part of the grid. The same 500 places are canvassed again
    // and again, so the limits of what an owner is asked are off.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Policy__AsksPerOwner"] = "0",
        ["Policy__QuietHours"] = "none",
        ["ResponseTimeout"] = "00:01:00",
        ["CoverageDeadline"] = "00:00:30",
    };

    private readonly PostgresServer _server;
    private readonly GridCluster _cluster;
    private readonly GridHttp[] _http;

    private MeasuredGrid(string name, PostgresServer server, GridCluster cluster)
    {
        Name = name;
        _server = server;
        _cluster = cluster;
        _http = [.. cluster.Gateways.Select(gateway => new GridHttp(gateway.Http))];
        Database = new(name, cluster.ConnectionString, AskCount.Grid);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ContenderDatabase Database { get; }

    /// <summary>Starts a cluster over a server of its own.</summary>
    public static async Task<MeasuredGrid> StartAsync(GridShape shape, BenchCity city, CancellationToken cancellationToken)
    {
        var server = await DurableServer.StartAsync();
        MeasuredGrid? grid = null;
        try
        {
            var cluster = await GridCluster.StartAsync(new()
            {
                Server = server,
                ConnectionString = await server.CreateDatabaseAsync("grid"),
                Silos = shape.Silos,
                Gateways = shape.Gateways,
                Settings = Settings,
            });
            grid = new MeasuredGrid(shape.Name, server, cluster);
            var answer = await grid.Http(0).ImportAsync(CameraFeatures.Write(city.Cameras), cancellationToken);
            return answer.Imported == city.Cameras.Count
                ? grid
                : throw new InvalidOperationException($"{shape.Name} took in {answer.Imported} of {city.Cameras.Count} cameras.");
        }
        catch
        {
            await (grid?.DisposeAsync() ?? server.DisposeAsync());
            throw;
        }
    }

    /// <inheritdoc/>
    public GridHttp Http(int client) => _http[client % _http.Length];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _cluster.DisposeAsync();
        await _server.DisposeAsync();
    }
}
