using Canvass.Client;
using Canvass.Load.Comparison;
using Canvass.Load.Grid;
using Canvass.Load.Measuring;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;
using Npgsql;

namespace Canvass.Load.Megacity;

/// <summary>Asks the grid and the peer the same questions about circles of 250 m, without an incident.</summary>
/// <param name="grid">The grid.</param>
/// <param name="client">The grid's client.</param>
/// <param name="source">The peer.</param>
/// <param name="places">What is asked about; the peer knows them.</param>
internal sealed class CityComparison(CityGrid grid, CanvassClient client, NpgsqlDataSource source, IReadOnlyList<AskedPlace> places)
{
    /// <summary>The contender that gives the whole answer over HTTP.</summary>
    public const string OverHttp = "Canvass, HTTP";

    /// <summary>The contender that gives the whole answer through the grain client.</summary>
    public const string GrainClient = "Canvass, grain client";

    /// <summary>The peer's whole answer.</summary>
    public const string PeerAnswer = "PostGIS, the same answer";

    /// <summary>The contender that gives the list of cameras through the grain client.</summary>
    public const string GrainClientList = "Canvass, list through the grain client";

    /// <summary>The peer's list of cameras.</summary>
    public const string PeerList = "PostGIS, list of integrated cameras only";

    private readonly GridHttp _http = new(grid.Http);

    /// <summary>Compares the answers to every question with those of the peer.</summary>
    /// <returns>How far those over HTTP and those through the grain client agree with it.</returns>
    public async Task<(Agreement OverHttp, Agreement GrainClient)> CompareAsync(CancellationToken cancellationToken)
    {
        await using var peer = await PeerClient.OpenAsync(source, cancellationToken);
        var (overHttp, grainClient) = (new Agreement(), new Agreement());
        foreach (var place in places)
        {
            var id = place.Stored.Id;
            var other = await peer.AreaCoverageAsync(id, cancellationToken);
            var answer = CoverageReading.Read(await _http.CoverageAsync(place.Body, cancellationToken));
            await overHttp.AddAsync(id, answer, other, camera => peer.RimDistanceAsync(id, camera));
            answer = CoverageReading.Of(await client.CoverageAsync(place.Query, cancellationToken));
            await grainClient.AddAsync(id, answer, other, camera => peer.RimDistanceAsync(id, camera));
        }

        return (overHttp, grainClient);
    }

    /// <summary>Measures all contenders in turns with a number of callers.</summary>
    public async Task<IReadOnlyList<MeasuredRow>> MeasureAsync(int callers, MegacityOptions options, CancellationToken cancellationToken)
    {
        var peers = new List<PeerClient>();
        try
        {
            for (var i = 0; i < callers; i++)
            {
                peers.Add(await PeerClient.OpenAsync(source, cancellationToken));
            }

            Contender[] contenders =
            [
                new(OverHttp, (_, question, token) => _http.CoverageAsync(places[question].Body, token)),
                new(GrainClient, (_, question, token) => client.CoverageAsync(places[question].Query, token)),
                new(PeerAnswer, (caller, question, token) => peers[caller].AreaCoverageAsync(places[question].Stored.Id, token)),
                new(GrainClientList, (_, question, token) => ListAsync(places[question], token)),
                new(PeerList, (caller, question, token) => peers[caller].CamerasAsync(places[question].Stored.Id, token)),
            ];
            await new Blocks(callers, places.Count).RunAsync(contenders, options.WarmUps, options.Rounds, cancellationToken);
            return [.. contenders.Select(contender => new MeasuredRow(contender.Name, callers, contender.Latencies.Summarise()))];
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }
    }

    private async Task<IReadOnlyList<(string Id, double DistanceM)>> ListAsync(AskedPlace place, CancellationToken cancellationToken)
    {
        var list = await client.CamerasInViewAsync(place.Query.Area, cancellationToken);
        return [.. list.Cameras.Select(camera => (camera.Key.Id, camera.DistanceM))];
    }
}
