using Canvass.Load.City;
using Canvass.Load.Comparison;
using Canvass.Load.Grid;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;
using Npgsql;

namespace Canvass.Load.Measuring;

/// <summary>Asks the grid and the peer the same questions.</summary>
/// <param name="doors">The grid.</param>
/// <param name="source">The peer.</param>
/// <param name="incidents">What is asked about; both know them.</param>
internal sealed class SideBySide(GridHttp doors, NpgsqlDataSource source, IReadOnlyList<BenchIncident> incidents)
{
    /// <summary>Compares the answers to every question.</summary>
    public async Task<Agreement> CompareAsync(CancellationToken cancellationToken)
    {
        await using var peer = await PeerClient.OpenAsync(source, cancellationToken);
        var agreement = new Agreement();
        foreach (var incident in incidents)
        {
            var grid = CoverageReading.Read(await doors.CoverageAsync(incident, cancellationToken));
            var other = await peer.CoverageAsync(incident.Id, cancellationToken);
            await agreement.AddAsync(incident.Id, grid, other, camera => peer.RimDistanceAsync(incident.Id, camera));
        }

        return agreement;
    }

    /// <summary>Measures all contenders with a number of clients; Canvass comes first.</summary>
    public async Task<IReadOnlyList<MeasuredRow>> MeasureAsync(int clients, LoadOptions options, CancellationToken cancellationToken)
    {
        var peers = new List<PeerClient>();
        try
        {
            for (var i = 0; i < clients; i++)
            {
                peers.Add(await PeerClient.OpenAsync(source, cancellationToken));
            }

            Contender[] contenders =
            [
                new("Canvass, HTTP", (_, question, token) => doors.CoverageAsync(incidents[question], token)),
                new("PostGIS, the same answer",
                    (client, question, token) => peers[client].CoverageAsync(incidents[question].Id, token)),
                new("PostGIS, list of cameras only",
                    (client, question, token) => peers[client].CamerasAsync(incidents[question].Id, token)),
            ];
            await new Blocks(clients, incidents.Count).RunAsync(contenders, options.WarmUps, options.Rounds, cancellationToken);
            return [.. contenders.Select(contender => new MeasuredRow(contender.Name, clients, contender.Latencies.Summarise()))];
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }
    }
}
