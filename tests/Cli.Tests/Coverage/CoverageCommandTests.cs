using Canvass.Cli.Commands;
using Canvass.Cli.Coverage;
using Canvass.Cli.Tests.Grids;
using Canvass.Contracts.Incidents;

namespace Canvass.Cli.Tests.Coverage;

[Trait("Category", "Unit")]
public sealed class CoverageCommandTests
{
    private readonly StubbedShell _shell = new();

    public CoverageCommandTests()
    {
        _shell.Answers[nameof(IIncidentGrain.CoverageAsync)] = _ => Task.FromResult(Samples.Coverage);
        _shell.Answers[nameof(IIncidentGrain.GetAsync)] = _ => Task.FromResult<Incident?>(Samples.Incident);
    }

    [Fact]
    public async Task Coverage_is_told_with_cameras_cells_and_a_map()
    {
        Assert.Equal(ExitCode.Done, await _shell.RunAsync("coverage", "demo:1"));

        Assert.Equal(
            """
            demo:1: Larceny from vehicle, active, 33.78050, -84.38000
            12 % of 196,350 m² seen by integrated cameras; 48 blind cells

              integrated camera   name                   distance   share   footage     overwritten at
            ───────────────────────────────────────────────────────────────────────────────────────────────
              apd:city-00001      CITY-00001 Copper St   12 m       1.2 %   available   2026-03-18 12:00Z


              registered, by whole cell   households
            ──────────────────────────────────────────
              8844c1a8a9fffff             5-9

                     · · ·
                  · · · · · · ·
                 · · · · · · · ·
                · · · · · · · · ·
               · · · · · · · · ·
                # · · # 1 · # # ·
               # # # # # # # # # #
                # # # # # # # # #
                 # # # # # # # #
                  # # # # # # #
                   #   # #
              # seen  + in part  · blind  1-9 integrated cameras there (* more); hexagons about 52 m apart

            """,
            string.Join('\n', _shell.Out.Split('\n').Select(line => line.TrimEnd())));
    }

    [Fact]
    public async Task Partial_coverage_says_so()
    {
        _shell.Answers[nameof(IIncidentGrain.CoverageAsync)] =
            _ => Task.FromResult(Samples.Coverage with { Complete = false, Missing = Samples.Coverage.Cells, Cameras = [] });

        await _shell.RunAsync("coverage", "demo:1");

        Assert.Contains("Partial: 1 cells did not answer", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("No integrated camera sees the area.", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_of_a_large_area_is_drawn_of_larger_hexagons()
    {
        var small = new HexMap(IncidentArea.Circle(Samples.Place, 250).ToArea(), Samples.Coverage);
        var large = new HexMap(IncidentArea.Circle(Samples.Place, 5_000).ToArea(), Samples.Coverage);

        Assert.Equal((11, 9), (small.Resolution, large.Resolution));
        Assert.InRange(large.Draw().Max(line => line.Length), 40, 80);
    }
}
