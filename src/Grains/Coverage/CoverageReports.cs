using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using Canvass.Grains.Cells;

namespace Canvass.Grains.Coverage;

/// <summary>Makes of findings what may be told.</summary>
internal static class CoverageReports
{
    /// <summary>The smallest area, in square metres, of which the registered share is told: about one resolution-9 cell. A share of
    /// anything smaller would trace single views.</summary>
    public const double MinRegisteredShareM2 = 100_000;

    private const int BlindResolution = 11;

    /// <summary>The report of findings.</summary>
    public static CoverageReport Make(SurveyFindings findings, IncidentKey? incident)
    {
        var scene = findings.Scene;
        var integrated = findings.Sightings.Where(sighting => sighting.Entry.Tier == CameraTier.Integrated).ToList();
        var registered = findings.Sightings.Where(sighting => sighting.Entry.Tier == CameraTier.Registered).ToList();
        var views = integrated.Select(sighting => sighting.Entry.View).ToList();
        var unseen = scene.BlindCells(views, BlindResolution);
        var seenByMany = SeenByManyHouseholds(scene, unseen, registered);
        return new()
        {
            Incident = incident,
            AsOf = findings.AsOf,
            Complete = findings.Missing.Count == 0,
            AreaM2 = scene.AreaM2,
            Cells = findings.Cells,
            Share = ShareOf(findings, views, [.. registered.Where(sighting => sighting.InCrowd).Select(sighting => sighting.Entry.View)]),
            Cameras = [.. integrated.Select(sighting => ToSeen(findings, sighting))
                .OrderBy(camera => camera.DistanceM).ThenBy(camera => camera.Key.Id, StringComparer.Ordinal)],
            Registered = [.. findings.Cells.Select(cell => cell.CellToParent(RegisteredCount.Resolution)).Distinct().Order()
                .Select(cell => new RegisteredCount(cell, Bucket.OfCell(findings.HouseholdsIn(cell))))],
            Blind = [.. unseen.Where(cell => !seenByMany.Contains(cell))],
            Missing = [.. findings.Missing],
        };
    }

    /// <summary>An integrated camera as a report shows it.</summary>
    public static SeenCamera ToSeen(SurveyFindings findings, Sighting sighting) => new()
    {
        Key = sighting.Entry.Key,
        Name = sighting.Entry.Name,
        Position = sighting.Entry.Position,
        DistanceM = findings.Scene.DistanceM(sighting.Entry.Position),
        Share = findings.Scene.ShareOf(sighting.Entry.View),
        Footage = sighting.Footage,
    };

    /// <summary>Of fine cells, those whose centre lies in the views of five households or more. A fine cell that one home alone sees would
    /// draw that home on the map; whether a cell is told depends on the cell alone, never on the area that was drawn.</summary>
    private static HashSet<H3Index> SeenByManyHouseholds(Scene scene, IReadOnlyList<H3Index> cells, List<Sighting> registered)
    {
        var households = registered.GroupBy(sighting => sighting.Entry.Owner)
            .Select(household => household.Select(sighting => sighting.Entry.View).ToList())
            .ToList();
        return households.Count < Bucket.Threshold ? [] : [.. scene.CellsSeenByGroups(cells, households, Bucket.Threshold)];
    }

    private static CoverageShare ShareOf(SurveyFindings findings, List<View> integrated, List<View> registered)
    {
        var shares = findings.Scene.SharesOf(integrated, registered);
        return findings.Scene.AreaM2 < MinRegisteredShareM2
            ? new(shares.First, null, shares.First)
            : new(shares.First, Math.Round(shares.Second, 2), Math.Max(shares.First, Math.Round(shares.Either, 2)));
    }
}
