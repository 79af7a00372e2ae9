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
    public Task<IReadOnlyList<MeasuredRow>> AcceptAsync(
        IReadOnlyList<ICanvassService> services, int clients, CancellationToken cancellationToken) =>
        RunAsync(clients, options.Accepted,
            services.Select(service => new Contender(service.Name, (client, _, token) => PostAsync(service, client, Draw(1)[0], token))),
            cancellationToken);

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
                (client, question, token) => grid.Http(client).CoverageAsync(incidents[question % incidents.Count], token))),
            cancellationToken);
    }

    /// <summary>Canvasses of known incidents, drafted, sent, and every ask delivered.</summary>
    public async Task<IReadOnlyList<CanvassRow>> CanvassAsync(
        IReadOnlyList<ICanvassService> services, int clients, CancellationToken cancellationToken)
    {
        await RunAsync(options.WarmUps);
        return await RunAsync(options.Rounds);

        async Task<IReadOnlyList<CanvassRow>> RunAsync(int rounds)
        {
            var works = new List<Canvassing>();
            foreach (var service in services)
            {
                var incidents = Draw(rounds * options.Canvassed);
                await PostAllAsync(service, incidents, cancellationToken);
                works.Add(new(service, incidents, city, reports: false));
            }

            var wal = await WalGrowth.StartAsync(services.Select(service => service.Database), cancellationToken);
            await new Blocks(clients, options.Canvassed).RunAsync(
                [.. works.Select(work => new Contender(work.Service.Name, work.CanvassAsync) { SettleAsync = work.SettleAsync })],
                0, rounds, cancellationToken);
            var written = await wal.ReadAsync(cancellationToken);
            return [.. works.Zip(written, (work, bytes) => Row(work, bytes))];
        }

        CanvassRow Row(Canvassing work, long walBytes)
        {
            var drafts = work.Drafts.Summarise();
            return new(
                work.Service.Name, clients, drafts, work.Sends.Summarise(), (double)work.Asks.Asks / drafts.Requests,
                work.Asks.AsksPerSecond, (double)walBytes / drafts.Requests);
        }
    }

    /// <summary>The whole work over HTTP and, last, as one statement, in turns.</summary>
    public async Task<IReadOnlyList<WholeRow>> DoWholeAsync(
        IReadOnlyList<ICanvassService> services, PeerStatement statement, int clients, CancellationToken cancellationToken)
    {
        await RunAsync(options.WarmUps);
        return await RunAsync(options.Rounds);

        async Task<IReadOnlyList<WholeRow>> RunAsync(int rounds)
        {
            var works = services.Select(service => new Canvassing(service, Draw(rounds * options.Canvassed), city, reports: true)).ToList();
            var stated = new Settling(statement.Database);
            List<Contender> contenders =
            [
                .. works.Select(work => new Contender(work.Service.Name, work.CanvassAsync) { SettleAsync = work.SettleAsync }),
                new(PeerStatement.Name, async (_, _, token) => stated.Expect(await statement.DoAsync(Draw(1)[0], city, token)))
                {
                    SettleAsync = stated.SettleAsync,
                },
            ];
            var wal = await WalGrowth.StartAsync([.. services.Select(service => service.Database), statement.Database], cancellationToken);
            await new Blocks(clients, options.Canvassed).RunAsync(contenders, 0, rounds, cancellationToken);
            var written = await wal.ReadAsync(cancellationToken);
            return [.. contenders.Select((contender, i) => Row(contender, i < works.Count ? works[i].Asks : stated, written[i]))];
        }

        WholeRow Row(Contender contender, Settling asks, long walBytes)
        {
            var summary = contender.Latencies.Summarise();
            return new(
                contender.Name, clients, summary, (double)asks.Asks / summary.Requests, asks.AsksPerSecond,
                (double)walBytes / summary.Requests);
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

    private Task PostAsync(ICanvassService service, int client, BenchIncident incident, CancellationToken cancellationToken) =>
        service.Http(client).PostAsync(incident, city.WindowFrom, city.WindowTo, cancellationToken);

    private Task PostAllAsync(ICanvassService service, List<BenchIncident> incidents, CancellationToken cancellationToken) =>
        Work.RunAsync(incidents.Count, Reporters, (i, token) => PostAsync(service, i, incidents[i], token), cancellationToken);

    private async Task<IReadOnlyList<MeasuredRow>> RunAsync(
        int clients, int questions, IEnumerable<Contender> asked, CancellationToken cancellationToken)
    {
        var contenders = asked.ToList();
        await new Blocks(clients, questions).RunAsync(contenders, options.WarmUps, options.Rounds, cancellationToken);
        return [.. contenders.Select(contender => new MeasuredRow(contender.Name, clients, contender.Latencies.Summarise()))];
    }
}
