using Canvass.Load.City;
using Canvass.Load.Measuring;
using Canvass.Load.Peer;
using Canvass.Load.Reporting;

namespace Canvass.Load.Clusters;

/// <summary>What is measured of clusters, each kind of work by itself, in turns.</summary>
internal sealed class ClusterPhases(BenchCity city, Places places, ClusterOptions options)
{
    private const int Reporters = 32;
    private int _incidents;

    /// <summary>Incidents reported and acknowledged, each by itself.</summary>
    public Task<IReadOnlyList<MeasuredRow>> AcceptAsync(IReadOnlyList<MeasuredGrid> grids, int clients, CancellationToken cancellationToken) =>
        RunAsync(clients, options.Accepted,
            grids.Select(grid => new Contender(grid.Name, (client, _, token) => PostAsync(grid, client, Draw(1)[0], token))), cancellationToken);

    /// <summary>Coverage of incidents that the grid knows.</summary>
    public async Task<IReadOnlyList<MeasuredRow>> CoverAsync(
        IReadOnlyList<MeasuredGrid> grids, int clients, CancellationToken cancellationToken)
    {
        var incidents = Draw(Math.Min(options.Covered, 500));
        foreach (var grid in grids)
        {
            await PostAllAsync(grid, incidents, cancellationToken);
        }

        return await RunAsync(clients, options.Covered,
            grids.Select(grid => new Contender(grid.Name,
                (client, question, token) => grid.Doors(client).CoverageAsync(incidents[question % incidents.Count], token))),
            cancellationToken);
    }

    /// <summary>Canvasses of incidents that the grid knows, drafted, sent, and every ask delivered.</summary>
    public async Task<IReadOnlyList<CanvassRow>> CanvassAsync(
        IReadOnlyList<MeasuredGrid> grids, int clients, CancellationToken cancellationToken)
    {
        await RunAsync(options.WarmUps);
        return [.. (await RunAsync(options.Rounds)).Select(done => new CanvassRow(
            done.Grid.Name, clients, done.Work.Drafts.Summarise(), done.Work.Sends.Summarise(), done.Work.Asks,
            done.Work.Asks / done.Work.Settled.TotalSeconds))];

        async Task<List<(MeasuredGrid Grid, Canvassing Work)>> RunAsync(int rounds)
        {
            var works = new List<(MeasuredGrid Grid, Canvassing Work)>();
            foreach (var grid in grids)
            {
                var incidents = Draw(rounds * options.Canvassed);
                await PostAllAsync(grid, incidents, cancellationToken);
                works.Add((grid, new(grid, incidents, city, reports: false)));
            }

            await new Blocks(clients, options.Canvassed).RunAsync(
                [.. works.Select(work => new Contender(work.Grid.Name, work.Work.CanvassAsync) { SettleAsync = work.Work.SettleAsync })],
                0, rounds, cancellationToken);
            return works;
        }
    }

    /// <summary>The whole work, the grids' and the peer's in turns; the peer comes last.</summary>
    public async Task<IReadOnlyList<WholeRow>> DoWholeAsync(
        IReadOnlyList<MeasuredGrid> grids, PeerWork peer, int clients, CancellationToken cancellationToken)
    {
        await RunAsync(options.WarmUps);
        return await RunAsync(options.Rounds);

        async Task<IReadOnlyList<WholeRow>> RunAsync(int rounds)
        {
            var works = grids.Select(grid => new Canvassing(grid, Draw(rounds * options.Canvassed), city, reports: true)).ToList();
            var asked = 0;
            List<Contender> contenders =
            [
                .. works.Zip(grids, (work, grid) => new Contender($"Canvass, {grid.Name}", work.CanvassAsync) { SettleAsync = work.SettleAsync }),
                new("PostGIS, one statement", async (_, _, token) => Interlocked.Add(ref asked, await peer.DoAsync(Draw(1)[0], city, token))),
            ];
            await new Blocks(clients, options.Canvassed).RunAsync(contenders, 0, rounds, cancellationToken);
            return [.. contenders.Select((contender, i) => Row(contender, i < works.Count ? works[i] : null))];

            WholeRow Row(Contender contender, Canvassing? work)
            {
                var summary = contender.Latencies.Summarise();
                return new(contender.Name, clients, summary, (double)(work?.Asks ?? asked) / summary.Requests,
                    work is null ? summary.PerSecond : summary.Requests / work.Settled.TotalSeconds);
            }
        }
    }

    /// <summary>Positions reported for a time, after a tenth of it that does not count.</summary>
    public async Task<IReadOnlyList<PositionRow>> ReportPositionsAsync(
        IReadOnlyList<MeasuredGrid> grids, int clients, int batch, CancellationToken cancellationToken)
    {
        var rows = new List<PositionRow>();
        foreach (var grid in grids)
        {
            var load = new PositionLoad(grid, clients, batch);
            await load.RunAsync(options.Sustained / 10, cancellationToken);
            var (latencies, slowest) = await load.RunAsync(options.Sustained, cancellationToken);
            var summary = latencies.Summarise();
            rows.Add(new(grid.Name, clients, batch, summary, summary.PerSecond * batch, slowest));
        }

        return rows;
    }

    /// <summary>Incidents that nobody has heard of.</summary>
    private List<BenchIncident> Draw(int count)
    {
        var end = Interlocked.Add(ref _incidents, count);
        return [.. Enumerable.Range(end - count, count).Select(places.Incident)];
    }

    private Task PostAsync(MeasuredGrid grid, int client, BenchIncident incident, CancellationToken cancellationToken) =>
        grid.Doors(client).PostAsync(incident, city.WindowFrom, city.WindowTo, cancellationToken);

    private Task PostAllAsync(MeasuredGrid grid, List<BenchIncident> incidents, CancellationToken cancellationToken) =>
        Work.RunAsync(incidents.Count, Reporters, (i, token) => PostAsync(grid, i, incidents[i], token), cancellationToken);

    private async Task<IReadOnlyList<MeasuredRow>> RunAsync(
        int clients, int questions, IEnumerable<Contender> asked, CancellationToken cancellationToken)
    {
        var contenders = asked.ToList();
        await new Blocks(clients, questions).RunAsync(contenders, options.WarmUps, options.Rounds, cancellationToken);
        return [.. contenders.Select(contender => new MeasuredRow(contender.Name, clients, contender.Latencies.Summarise()))];
    }
}
