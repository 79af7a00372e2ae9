using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Grains.Cells;
using Canvass.Grains.Disclosure;

namespace Canvass.Grains.Coverage;

/// <summary>Makes of findings what may be told. Shares and blind spots are those of integrated cameras; of homes the published buckets are told.</summary>
internal static class CoverageReports
{
    private const int BlindResolution = 11;

    /// <summary>The report of findings about integrated cameras. It may take long: thousands of views are united.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CoverageReport Make(SurveyFindings findings, IncidentKey? incident, CancellationToken cancellationToken)
    {
        var scene = findings.Scene;
        var seen = findings.Sightings.ToList();
        var coverage = scene.Cover(seen.ConvertAll(sighting => sighting.Entry.View), BlindResolution, cancellationToken);
        return new()
        {
            Incident = incident,
            AsOf = findings.AsOf,
            Complete = findings.Missing.Count == 0,
            AreaM2 = scene.AreaM2,
            Cells = findings.Cells,
            Share = new(coverage.Share),
            Cameras = [.. seen.Select((sighting, i) => ToSeen(findings, sighting, coverage.ShareOfEach[i]))
                .OrderBy(camera => camera.DistanceM).ThenBy(camera => camera.Key.Id, StringComparer.Ordinal)
                .Select(camera => incident is null ? camera with { Footage = null } : camera)],
            Registered = Buckets(findings),
            Blind = coverage.Blind,
            Missing = [.. findings.Missing],
            Footage = incident is null ? Count(findings) : null,
        };
    }

    /// <summary>The cameras of findings about integrated cameras.</summary>
    public static CamerasInView List(SurveyFindings findings) => new(
        [.. findings.Sightings.Select(sighting => sighting.Entry)
            .Select(entry => new CameraInView(entry.Key, entry.Name, entry.Position, findings.Scene.DistanceM(entry.Position)))
            .OrderBy(camera => camera.DistanceM).ThenBy(camera => camera.Key.Id, StringComparer.Ordinal)],
        [.. findings.Missing]);

    /// <summary>An integrated camera as a report shows it.</summary>
    public static SeenCamera ToSeen(SurveyFindings findings, Sighting sighting) =>
        ToSeen(findings, sighting, findings.Scene.ShareOf(sighting.Entry.View));

    /// <summary>The published bucket of every resolution-8 cell that the area touches and that answered.</summary>
    public static IReadOnlyList<RegisteredCount> Buckets(SurveyFindings findings) => HomesDisclosure.Buckets(
        findings.Cells.Select(cell => cell.CellToParent(RegisteredCount.Resolution)),
        cell => findings.IsMissing(cell) ? null : findings.HouseholdsIn(cell));

    private static SeenCamera ToSeen(SurveyFindings findings, Sighting sighting, double share) => new()
    {
        Key = sighting.Entry.Key,
        Name = sighting.Entry.Name,
        Position = sighting.Entry.Position,
        DistanceM = findings.Scene.DistanceM(sighting.Entry.Position),
        Share = share,
        Footage = sighting.Footage,
    };

    private static FootageCounts? Count(SurveyFindings findings)
    {
        var states = findings.Sightings.Select(sighting => sighting.Footage?.State).OfType<FootageState>().CountBy(state => state).ToDictionary();
        return findings.HasWindow
            ? new(
                states.GetValueOrDefault(FootageState.Available), states.GetValueOrDefault(FootageState.Expiring),
                states.GetValueOrDefault(FootageState.Overwritten), states.GetValueOrDefault(FootageState.Gap))
            : null;
    }
}
