using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Demo.Randomness;
using Canvass.Demo.Streets;

namespace Canvass.Demo.Places;

/// <summary>The city's own cameras: at corners, looking along the street, all integrated and with a stream.</summary>
internal static class CityCameras
{
    private const int OnAvenues = 1_140;
    private const int Downtown = 350;
    private const int Midtown = 110;
    private const int InNeighbourhoods = 800;

    private static readonly OwnerKey City = new("city");

    /// <summary>How many there are.</summary>
    public const int Count = OnAvenues + Downtown + Midtown + InNeighbourhoods;

    /// <summary>The cameras, numbered from 1.</summary>
    public static IEnumerable<Camera> On(CityMap map, SplitMix64 random)
    {
        var districts = Enumerable.Repeat(map.Downtown, Downtown)
            .Concat(Enumerable.Repeat(map.Midtown, Midtown))
            .Concat(Enumerable.Repeat(map.Avenues, OnAvenues))
            .Concat(Enumerable.Range(0, InNeighbourhoods).Select(i => map.Neighbourhoods[i % map.Neighbourhoods.Count]));
        var number = 0;
        foreach (var district in districts)
        {
            yield return At(Spot.Corner(random, district), ++number, random);
        }
    }

    private static Camera At(Spot spot, int number, SplitMix64 random)
    {
        var kind = random.Below(10) switch
        {
            < 6 => CameraKind.Fixed,
            < 9 => CameraKind.Ptz,
            _ => CameraKind.Dome,
        };
        var digits = number.ToString("D5", CultureInfo.InvariantCulture);
        return new()
        {
            Key = new($"apd:city-{digits}"),
            Name = $"CITY-{digits} {spot.Street.Name}",
            Tier = CameraTier.Integrated,
            Agency = "apd",
            OwnerKey = City,
            Kind = kind,
            Position = CityPlane.ToPosition(spot.Point),
            BearingDeg = kind == CameraKind.Dome ? null : Spot.Bearing(random, spot.Street.BearingDeg + (random.Percent(50) ? 180 : 0), 8),
            HfovDeg = kind == CameraKind.Ptz ? 60 : 90,
            RangeM = kind == CameraKind.Dome ? 30 + (random.Below(3) * 10) : 60 + (random.Below(7) * 10),
            HeightM = 6 + random.Below(4),
            Retention = TimeSpan.FromDays(kind == CameraKind.Fixed ? 14 : 30),
            Stream = new("rtsp", $"rtsp://camera-{digits}.demo.invalid/live"),
            Address = spot.Address,
        };
    }
}
