using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;

namespace Canvass.Cli.Tests.Grids;

/// <summary>What the stubbed grid answers.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static readonly LatLng Place = new(33.7805, -84.38);

    public static Incident Incident { get; } = new()
    {
        Report = new()
        {
            Key = new("demo", "1"),
            Type = new("LARCENY", null, "Larceny from vehicle"),
            Area = IncidentArea.Circle(Place),
            Window = new(Now.AddHours(-1), Now),
            ReportedAt = Now,
        },
        Status = IncidentStatus.Active,
        CreatedAt = Now,
    };

    public static CanvassSummary Canvass { get; } = new()
    {
        Key = new(new("demo", "1"), 1),
        State = CanvassState.Draft,
        Reason = "larceny",
        Integrated = new(7, 12, Now.AddHours(23)),
        Homes = new([new(H3Index.LatLngToCell(Place, 8), new("5-9"))]),
        Expected = new(1, 3),
        DraftedAt = Now,
    };

    public static CoverageReport Coverage { get; } = new()
    {
        Incident = new("demo", "1"),
        AsOf = Now,
        Complete = true,
        AreaM2 = 196_350,
        Cells = [H3Index.LatLngToCell(Place, 9)],
        Share = new(0.12),
        Cameras =
        [
            new()
            {
                Key = new("apd:city-00001"), Name = "CITY-00001 Copper St", Position = Place, DistanceM = 12.34, Share = 0.012,
                Footage = new(FootageState.Available, Now.AddDays(14)),
            },
        ],
        Registered = [new(H3Index.LatLngToCell(Place, 8), new("5-9"))],
        Blind = [.. Blind()],
        Missing = [],
    };

    /// <summary>What lies north of the place.</summary>
    private static IEnumerable<H3Index> Blind() => new Canvass.Geo.Scenes.Scene(IncidentArea.Circle(Place).ToArea())
        .BlindCells([], 11).Where(cell => cell.CellToLatLng().LatDeg > Place.LatDeg);
}
