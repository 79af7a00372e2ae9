using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Geo.Hexagons;

namespace Canvass.Demo.Tests.Grids;

/// <summary>What the stubbed grid answers.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static CanvassSummary Draft { get; } = new()
    {
        Key = new(DemoCity.IncidentKey, 1),
        State = CanvassState.Draft,
        Reason = "larceny",
        Integrated = new(8, 13, Now.AddHours(23)),
        Homes = new([new(new H3Index(0x8844c1a8a3fffff), new("5-9"))]),
        Expected = new(1, 3),
        DraftedAt = Now,
    };

    public static CoverageReport Coverage { get; } = new()
    {
        Incident = DemoCity.IncidentKey,
        AsOf = Now,
        Complete = true,
        AreaM2 = 196_350,
        Cells = [new(0x8944c1a8a3bffff)],
        Share = new(0.12),
        Cameras =
        [
            new()
            {
                Key = new("apd:city-00001"), Name = "CITY-00001 Copper St", Position = DemoCity.IncidentPosition, DistanceM = 12.34,
                Share = 0.012, Footage = new(FootageState.Available, Now.AddDays(14)),
            },
            new()
            {
                Key = new("apd:city-00002"), Position = DemoCity.IncidentPosition, DistanceM = 240, Share = 0.2,
                Footage = new(FootageState.Gap, Now.AddDays(14)),
            },
        ],
        Registered = [new(new H3Index(0x8844c1a8a3fffff), new("5-9"))],
        Blind = [new(0x8b44c1a8a3b0fff), new(0x8b44c1a8a3b1fff)],
        Missing = [],
    };
}
