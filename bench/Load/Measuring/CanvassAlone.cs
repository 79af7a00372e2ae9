using Canvass.Load.City;
using Canvass.Load.Grid;
using Canvass.Load.Reporting;

namespace Canvass.Load.Measuring;

/// <summary>Measures what only the grid does: wide areas, and whatever it must not lose.</summary>
internal sealed class CanvassAlone(GridHttp doors, BenchCity city, LoadOptions options)
{
    private const int WideIncidents = 20;
    private const int Reporters = 32;
    private const int Operators = 8;
    private const double UsualRadiusM = 250;

    private static readonly double[] WideRadiiM = [1_000, 2_000, 5_000];

    /// <summary>Measures all of it.</summary>
    public async Task<IReadOnlyList<MeasuredRow>> MeasureAsync(CancellationToken cancellationToken)
    {
        var rows = new List<MeasuredRow>();
        foreach (var radiusM in WideRadiiM)
        {
            rows.Add(await MeasureWideAsync(radiusM, cancellationToken));
        }

        await PostAsync("warm-up", options.Posted / 10, cancellationToken);
        var (posted, latencies) = await PostAsync("posted", options.Posted, cancellationToken);
        rows.Add(new("accept an incident", Reporters, latencies.Summarise()));
        await CanvassAsync(posted.Take(options.Canvassed / 10), cancellationToken);
        latencies = await CanvassAsync(posted.Skip(options.Canvassed / 10).Take(options.Canvassed), cancellationToken);
        rows.Add(new("draft a canvass and send it", Operators, latencies.Summarise()));
        return rows;
    }

    private async Task<MeasuredRow> MeasureWideAsync(double radiusM, CancellationToken cancellationToken)
    {
        var incidents = BenchIncidents.Draw(city.Cameras, FormattableString.Invariant($"wide-{radiusM}"), WideIncidents, radiusM);
        foreach (var incident in incidents)
        {
            await doors.PostAsync(incident, city.WindowFrom, city.WindowTo, cancellationToken);
            await doors.CoverageAsync(incident, cancellationToken);
        }

        var latencies = await Work.RunAsync(
            options.WideRequests, 1, (i, token) => doors.CoverageAsync(incidents[i % incidents.Count], token), cancellationToken);
        return new(FormattableString.Invariant($"coverage of {radiusM / 1_000} km"), 1, latencies.Summarise());
    }

    private async Task<(IReadOnlyList<BenchIncident> Posted, Latencies Latencies)> PostAsync(
        string series, int count, CancellationToken cancellationToken)
    {
        var incidents = BenchIncidents.Draw(city.Cameras, series, count, UsualRadiusM);
        return (incidents, await Work.RunAsync(
            count, Reporters, (i, token) => doors.PostAsync(incidents[i], city.WindowFrom, city.WindowTo, token), cancellationToken));
    }

    private Task<Latencies> CanvassAsync(IEnumerable<BenchIncident> about, CancellationToken cancellationToken)
    {
        var incidents = about.ToList();
        return Work.RunAsync(incidents.Count, Operators,
            async (i, token) => await doors.SendAsync(await doors.DraftAsync(incidents[i], token), token), cancellationToken);
    }
}
