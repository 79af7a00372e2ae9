using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Json;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Load.Grid;
using Canvass.Load.Measuring;
using Npgsql;

namespace Canvass.Load.Megacity;

/// <summary>Asks about circles of 2 km that together cover a city, so that every cell with cameras is loaded, and checks that each was asked.</summary>
/// <param name="grid">The grid of the city.</param>
internal sealed class CellLoading(CityGrid grid)
{
    private const int CellResolution = 8;
    private const double RadiusM = 2_000;
    private const double MarginM = 300;
    private const int Callers = 2;
    private const int Attempts = 10;

    /// <summary>Loads them.</summary>
    /// <returns>How many cells have cameras.</returns>
    /// <exception cref="InvalidOperationException">A cell with cameras was not asked, or an area had no complete answer.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var http = new GridHttp(grid.Http);
        var centres = grid.City.Covering(RadiusM, MarginM).ToList();
        var asked = new ConcurrentDictionary<long, bool>();
        await Work.RunAsync(centres.Count, Callers, (i, token) => AskAsync(http, centres[i], asked, token), cancellationToken);
        var populated = await PopulatedAsync(cancellationToken);
        var left = populated.Count(cell => !asked.ContainsKey(cell));
        return left == 0
            ? populated.Count
            : throw new InvalidOperationException($"{left} of {populated.Count} cells with cameras were not asked.");
    }

    private static async Task AskAsync(
        GridHttp http, LatLng centre, ConcurrentDictionary<long, bool> asked, CancellationToken cancellationToken)
    {
        var question = JsonSerializer.SerializeToUtf8Bytes(
            new { area = new { type = "Point", coordinates = new[] { centre.LngDeg, centre.LatDeg } }, radiusM = RadiusM }, GridJson.Options);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (CoverageReading.CompleteCells(await http.CoverageAsync(question, cancellationToken)) is { } cells)
            {
                foreach (var cell in cells)
                {
                    asked[(long)new H3Index((ulong)cell).CellToParent(CellResolution).Value] = true;
                }

                return;
            }
        }

        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"The area around {centre.LatDeg}, {centre.LngDeg} had no complete answer in {Attempts} attempts."));
    }

    private async Task<IReadOnlyList<long>> PopulatedAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(grid.ConnectionString);
        await using var command = source.CreateCommand("SELECT array_agg(DISTINCT cell) FROM camera_cell");
        command.CommandTimeout = 0;
        return (long[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
