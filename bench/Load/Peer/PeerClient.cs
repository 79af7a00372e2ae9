using Canvass.Contracts.Coverage;
using Canvass.Load.Comparison;
using Npgsql;
using NpgsqlTypes;

namespace Canvass.Load.Peer;

/// <summary>A connection to the peer with its questions prepared.</summary>
internal sealed class PeerClient : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _coverage;
    private readonly NpgsqlCommand _areaCoverage;
    private readonly NpgsqlCommand _cameras;

    private PeerClient(NpgsqlConnection connection)
    {
        _connection = connection;
        _coverage = Command(PeerQuestions.Coverage);
        _areaCoverage = Command(PeerQuestions.AreaCoverage);
        _cameras = Command(PeerQuestions.Cameras);
    }

    /// <summary>Connects and prepares.</summary>
    public static async Task<PeerClient> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var client = new PeerClient(await source.OpenConnectionAsync(cancellationToken));
        await client._coverage.PrepareAsync(cancellationToken);
        await client._areaCoverage.PrepareAsync(cancellationToken);
        await client._cameras.PrepareAsync(cancellationToken);
        return client;
    }

    /// <summary>Asks for all that the grid answers about an incident.</summary>
    public async Task<CoverageFacts> CoverageAsync(string incidentId, CancellationToken cancellationToken)
    {
        _coverage.Parameters[0].Value = incidentId;
        await using var row = await _coverage.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var ids = Values<string>(row, 0);
        _ = (Values<string?>(row, 1), Values<double>(row, 2), Values<double>(row, 3), Values<DateTime>(row, 7));
        var (distances, shares, footage) = (Values<double>(row, 4), Values<double>(row, 5), Values<string>(row, 6));
        var (cells, buckets) = (Values<long>(row, 9), Values<string>(row, 10));
        return new()
        {
            Cameras = ids.Select((id, i) => (id, i)).ToDictionary(
                pair => pair.id, pair => new CameraFacts(distances[pair.i], shares[pair.i], footage[pair.i])),
            Share = row.GetDouble(8),
            Registered = cells.Zip(buckets).ToDictionary(pair => pair.First, pair => pair.Second),
            Blind = Values<long>(row, 11).ToHashSet(),
        };
    }

    /// <summary>Asks for all that the grid answers about an area without an incident.</summary>
    public async Task<CoverageFacts> AreaCoverageAsync(string incidentId, CancellationToken cancellationToken)
    {
        _areaCoverage.Parameters[0].Value = incidentId;
        await using var row = await _areaCoverage.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var ids = Values<string>(row, 0);
        _ = (Values<string?>(row, 1), Values<double>(row, 2), Values<double>(row, 3));
        var (distances, shares) = (Values<double>(row, 4), Values<double>(row, 5));
        var (cells, buckets) = (Values<long>(row, 11), Values<string>(row, 12));
        return new()
        {
            Cameras = ids.Select((id, i) => (id, i)).ToDictionary(
                pair => pair.id, pair => new CameraFacts(distances[pair.i], shares[pair.i], null)),
            Footage = new FootageCounts(row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9)),
            Share = row.GetDouble(10),
            Registered = cells.Zip(buckets).ToDictionary(pair => pair.First, pair => pair.Second),
            Blind = Values<long>(row, 13).ToHashSet(),
        };
    }

    /// <summary>Asks which integrated cameras see the area, and nothing more.</summary>
    /// <returns>How many do.</returns>
    public async Task<int> CamerasAsync(string incidentId, CancellationToken cancellationToken)
    {
        _cameras.Parameters[0].Value = incidentId;
        await using var row = await _cameras.ExecuteReaderAsync(cancellationToken);
        var cameras = new List<(string Id, double DistanceM)>();
        while (await row.ReadAsync(cancellationToken))
        {
            cameras.Add((row.GetString(0), row.GetDouble(1)));
        }

        return cameras.Count;
    }

    /// <summary>How far a camera's view lies from the rim of an incident's area, in metres.</summary>
    public async Task<double> RimDistanceAsync(string incidentId, string cameraId)
    {
        await using var command = new NpgsqlCommand(PeerQuestions.RimDistance, _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = incidentId });
        command.Parameters.Add(new NpgsqlParameter { Value = cameraId });
        return (double)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What PostgreSQL and PostGIS call themselves.</summary>
    public async Task<string> VersionAsync()
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT format('PostgreSQL %s, PostGIS %s, GEOS %s',
                current_setting('server_version'), postgis_lib_version(), postgis_geos_version())
            """,
            _connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _coverage.DisposeAsync();
        await _areaCoverage.DisposeAsync();
        await _cameras.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static T[] Values<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? [] : row.GetFieldValue<T[]>(column);

    private NpgsqlCommand Command(string question)
    {
        var command = new NpgsqlCommand(question, _connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }
}
