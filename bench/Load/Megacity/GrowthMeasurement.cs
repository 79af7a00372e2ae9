using Canvass.Contracts.Times;
using Canvass.Load.City;
using Canvass.Load.Grid;
using Canvass.Load.Import;
using Canvass.Load.Measuring;

namespace Canvass.Load.Megacity;

/// <summary>Measures coverage of 250 m over HTTP in cities of equal density and different sizes, in turns, with one caller.</summary>
/// <param name="grids">The grids, the smallest first; all their cells are loaded.</param>
/// <param name="window">The window that is asked about.</param>
/// <param name="options">How much is measured.</param>
internal sealed class GrowthMeasurement(IReadOnlyList<CityGrid> grids, TimeWindow window, MegacityOptions options)
{
    // Other places than those that are asked again and again, and than those after a start.
    private const int FirstNewPlace = 1_000_000;

    /// <summary>Judges answers of every grid, then measures them in turns.</summary>
    /// <returns>A row for each grid.</returns>
    public async Task<IReadOnlyList<GrowthRow>> RunAsync(CancellationToken cancellationToken)
    {
        var probes = new List<CoverageProbe>();
        foreach (var grid in grids)
        {
            probes.Add(await JudgeAsync(grid, cancellationToken));
        }

        var again = await MeasureAsync(AskAgain, options.GrowthWarmUps, cancellationToken);
        var anew = await MeasureAsync(AskAnew, warmUps: 1, cancellationToken);
        return [.. grids.Select((grid, i) => new GrowthRow(
            grid.City.Count, grid.City.AreaKm2, (double)probes[i].Named / MegacityOptions.Places, again[i], anew[i], probes[i].Wrong))];
    }

    private static async Task<CoverageProbe> JudgeAsync(CityGrid grid, CancellationToken cancellationToken)
    {
        var probe = new CoverageProbe(grid.Http, new CameraIndex(grid.City.Count, grid.City.At));
        for (var number = 0; number < MegacityOptions.Places; number++)
        {
            await probe.AskAsync(grid.City.AskedAt(number), grid.City.Count, cancellationToken);
        }

        return probe;
    }

    private async Task<IReadOnlyList<LatencySummary>> MeasureAsync(
        Func<CityGrid, Contender> contender, int warmUps, CancellationToken cancellationToken)
    {
        Contender[] contenders = [.. grids.Select(contender)];
        await new Blocks(clients: 1, MegacityOptions.Places).RunAsync(contenders, warmUps, options.GrowthRounds, cancellationToken);
        return [.. contenders.Select(asked => asked.Latencies.Summarise())];
    }

    /// <summary>The same places in every block.</summary>
    private Contender AskAgain(CityGrid grid)
    {
        var http = new GridHttp(grid.Http);
        var places = AskedPlace.Draw(grid.City, 0, MegacityOptions.Places, window);
        return new(Name(grid), (_, question, token) => http.CoverageAsync(places[question].Body, token));
    }

    /// <summary>Another place in every question.</summary>
    private Contender AskAnew(CityGrid grid)
    {
        var http = new GridHttp(grid.Http);
        var places = AskedPlace.Draw(grid.City, FirstNewPlace, (options.GrowthRounds + 1) * MegacityOptions.Places, window);
        var next = -1;
        return new(Name(grid), (_, _, token) => http.CoverageAsync(places[Interlocked.Increment(ref next)].Body, token));
    }

    private static string Name(CityGrid grid) => FormattableString.Invariant($"{grid.City.Count} cameras");
}
