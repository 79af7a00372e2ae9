using Canvass.Contracts.Incidents;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Grains.Cells;
using Canvass.Grains.Coverage;
using Canvass.Grains.Registry;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Coverage;

[Trait("Category", "Unit")]
public sealed class SurveyFindingsTests
{
    private static readonly IncidentArea Area = IncidentArea.Circle(Samples.Midtown, 800);
    private static readonly Scene Scene = new(Area.ToArea());
    private static readonly IReadOnlyList<H3Index> Cells = Scene.Cells(9);
    private static readonly List<H3Index> Counted = [.. Cells.Select(cell => cell.CellToParent(8)).Distinct().Order()];

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void A_cell_of_which_a_part_did_not_answer_is_not_told_of(int resolution)
    {
        var silent = resolution == 8 ? Counted[1] : Counted[1].CellToChildren(9).First();
        var findings = Findings();
        foreach (var cell in resolution == 8 ? Counted : Counted.SelectMany(cell => cell.CellToChildren(9)))
        {
            findings.Take(cell, cell == silent ? null : new([], new Dictionary<H3Index, int>()));
        }

        Assert.Equal([silent], findings.Missing);
        Assert.Equal(Counted.Where(cell => cell != Counted[1]), CoverageReports.Buckets(findings).Select(count => count.Cell));
    }

    [Fact]
    public void A_silent_cell_of_a_coarse_grid_leaves_out_all_that_it_holds()
    {
        var findings = Findings();
        foreach (var cell in Counted.Select(cell => cell.CellToParent(7)).Distinct())
        {
            findings.Take(cell, null);
        }

        Assert.Empty(CoverageReports.Buckets(findings));
    }

    [Fact]
    public void Registered_cameras_that_a_silo_of_the_last_version_tells_of_unasked_are_left_aside()
    {
        var findings = Findings();

        var added = findings.Take(Counted[0], new([Sighting("home", isRegistered: true), Sighting("pole", false)], new Dictionary<H3Index, int>()));

        Assert.Equal(["pole"], added.Select(sighting => sighting.Entry.Key.Id));
        Assert.Equal(["pole"], findings.Sightings.Select(sighting => sighting.Entry.Key.Id));
    }

    [Fact]
    public void A_report_whose_time_is_up_is_not_worked_out() =>
        Assert.Throws<OperationCanceledException>(() =>
        {
            var findings = Findings();
            findings.Take(Counted[0], new([Sighting("pole", false)], new Dictionary<H3Index, int>()));
            CoverageReports.Make(findings, null, new CancellationToken(canceled: true));
        });

    private static SurveyFindings Findings() =>
        new(Scene, Cells, DateTimeOffset.UnixEpoch, hasWindow: false, SurveyScope.Integrated);

    private static Sighting Sighting(string id, bool isRegistered)
    {
        var position = Samples.Near(0, 0);
        var camera = isRegistered ? Samples.Registered(id, position) : Samples.Integrated(id, position);
        return new(CellEntry.Of(new(CameraPlacement.Place(camera, 8), 1)), null);
    }
}
