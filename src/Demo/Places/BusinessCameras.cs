using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Demo.Randomness;
using Canvass.Demo.Streets;

namespace Canvass.Demo.Places;

/// <summary>The cameras of businesses that joined the live network: several a business, at its front, its doors and its yard.</summary>
internal static class BusinessCameras
{
    /// <summary>How many there are.</summary>
    public const int Count = 3_300;

    private const int Downtown = 70;
    private const int Midtown = 25;
    private const int OnAvenues = 185;
    private const int Businesses = 400;
    private const int LeastEach = 4;

    private static readonly string[] Trades = ["Hardware", "Market", "Fuel", "Diner", "Pharmacy", "Parking", "Bank", "Laundry", "Hotel", "Gym"];
    private static readonly string[] Places = ["front", "entrance", "yard", "parking", "side door", "till", "loading dock"];

    /// <summary>The cameras.</summary>
    public static IEnumerable<Camera> On(CityMap map, SplitMix64 random)
    {
        var cameras = ShareOut(random);
        for (var business = 0; business < Businesses; business++)
        {
            var site = Spot.Plot(random, DistrictOf(map, business, random), 9, 14);
            var name = $"{StreetNames.Word(random)} {random.OneOf(Trades)}";
            for (var camera = 0; camera < cameras[business]; camera++)
            {
                yield return At(site, business + 1, name, camera + 1, random);
            }
        }
    }

    private static int[] ShareOut(SplitMix64 random)
    {
        var cameras = new int[Businesses];
        Array.Fill(cameras, LeastEach);
        for (var rest = Count - (Businesses * LeastEach); rest > 0; rest--)
        {
            cameras[random.Below(Businesses)]++;
        }

        return cameras;
    }

    private static District DistrictOf(CityMap map, int business, SplitMix64 random) => business switch
    {
        < Downtown => map.Downtown,
        < Downtown + Midtown => map.Midtown,
        < Downtown + Midtown + OnAvenues => map.Avenues,
        _ => random.OneOf(map.Neighbourhoods),
    };

    private static Camera At(Spot site, int business, string name, int number, SplitMix64 random)
    {
        var spot = site with { AlongM = site.AlongM + random.Between(-20, 20), RightM = site.RightM * random.Between(0.9, 2.5) };
        var kind = random.Below(10) switch
        {
            < 6 => CameraKind.Fixed,
            < 9 => CameraKind.Dome,
            _ => CameraKind.Panorama,
        };
        var id = string.Create(CultureInfo.InvariantCulture, $"business-{business:D3}");
        return new()
        {
            Key = new($"apd:{id}-{number}"),
            Name = $"{name}, {random.OneOf(Places)} {number}",
            Tier = CameraTier.Integrated,
            Agency = "apd",
            OwnerKey = new OwnerKey(id),
            Kind = kind,
            Position = CityPlane.ToPosition(spot.Point),
            BearingDeg = kind == CameraKind.Panorama ? null : Spot.Bearing(random, spot.TowardsStreetDeg, random.Percent(70) ? 40 : 180),
            HfovDeg = kind == CameraKind.Panorama ? 360 : 70 + (random.Below(5) * 10),
            RangeM = 30 + (random.Below(6) * 10),
            HeightM = 3 + random.Below(3),
            Retention = kind == CameraKind.Panorama ? TimeSpan.FromHours(24) : TimeSpan.FromDays(7),
            Stream = random.Percent(50) ? new("rtsp", $"rtsp://camera-{id}-{number}.demo.invalid/live") : null,
            Address = site.Address,
        };
    }
}
