using Canvass.Load.City;
using Canvass.Load.Grid;
using Canvass.Running;
using Canvass.Running.Clusters;
using Npgsql;

namespace Canvass.Load.Clusters;

/// <summary>A cluster under load, with the city imported.</summary>
internal sealed class MeasuredGrid : IAsyncDisposable
{
    // On a machine that has other things to do a call may take longer than anybody would wait for: that is then a figure, and neither a failure
    // nor a canvass that lacks a part of the grid.
    private const string ResponseTimeout = "00:01:00";
    private const string CoverageDeadline = "00:00:30";

    private const string CountInboxes = """
        SELECT count(*), count(DISTINCT (owner, item->>'incident'))
          FROM (SELECT GrainIdExtensionString AS owner, convert_from(PayloadBinary, 'UTF8')::json AS state
                  FROM OrleansStorage WHERE GrainTypeString = 'owner') AS owners,
               json_array_elements(state->'inbox') AS item
        """;

    private readonly GridCluster _cluster;
    private readonly NpgsqlDataSource _source;
    private readonly GridHttp[] _doors;
    private long _asked;

    private MeasuredGrid(string name, GridCluster cluster)
    {
        Name = name;
        _cluster = cluster;
        _source = NpgsqlDataSource.Create(cluster.ConnectionString);
        _doors = [.. cluster.Gateways.Select(gateway => new GridHttp(gateway.Http))];
    }

    /// <summary>What the report calls it.</summary>
    public string Name { get; }

    /// <summary>Starts a cluster over a database of its own.</summary>
    public static async Task<MeasuredGrid> StartAsync(PostgresServer server, GridShape shape, BenchCity city, CancellationToken cancellationToken)
    {
        var cluster = await GridCluster.StartAsync(new()
        {
            Server = server,
            ConnectionString = await server.CreateDatabaseAsync($"grid_{Guid.NewGuid():N}"),
            Silos = shape.Silos,
            Gateways = shape.Gateways,
            Settings = new Dictionary<string, string>
            {
                ["GroupCommit"] = shape.GroupCommit ? "true" : "false",
                ["ResponseTimeout"] = ResponseTimeout,
                ["CoverageDeadline"] = CoverageDeadline,
            },
        });
        var grid = new MeasuredGrid(shape.Name, cluster);
        try
        {
            await grid.Doors(0).ImportAsync(CameraFeatures.Write(city.Cameras), cancellationToken);
            return grid;
        }
        catch
        {
            await grid.DisposeAsync();
            throw;
        }
    }

    /// <summary>The doors of a client: clients take the gateways in turns.</summary>
    public GridHttp Doors(int client) => _doors[client % _doors.Length];

    /// <summary>Notes that owners were asked.</summary>
    public void NoteAsked(int owners) => Interlocked.Add(ref _asked, owners);

    /// <summary>Counts, in the database, what lies in the owners' inboxes.</summary>
    /// <exception cref="InvalidOperationException">It is not what was asked, each ask once.</exception>
    public async Task RequireInboxesAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(CountInboxes);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var (asks, distinct) = (row.GetInt64(0), row.GetInt64(1));
        if (asks != _asked || distinct != _asked)
        {
            throw new InvalidOperationException($"{Name}: of {_asked} asks {asks} lie in inboxes, {distinct} of them different ones.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}
