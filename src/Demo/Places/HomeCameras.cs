using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Demo.Randomness;
using Canvass.Demo.Streets;

namespace Canvass.Demo.Places;

/// <summary>The cameras that households put on the list: door bells and home cameras, all registered, none with a stream.</summary>
internal static class HomeCameras
{
    /// <summary>How many there are.</summary>
    public const int Count = 3_000;

    private static readonly string[] Places = ["Driveway", "Front yard", "Back yard", "Garage"];

    /// <summary>The cameras, household by household.</summary>
    public static IEnumerable<Camera> On(CityMap map, SplitMix64 random)
    {
        var left = Count;
        for (var household = 1; left > 0; household++)
        {
            var home = Spot.Plot(random, DistrictOf(map, random), 12, 20);
            var cameras = Math.Min(left, random.Below(100) switch
            {
                < 62 => 1,
                < 95 => 2,
                _ => 3,
            });
            left -= cameras;
            for (var number = 1; number <= cameras; number++)
            {
                yield return At(home, household, number, random);
            }
        }
    }

    private static District DistrictOf(CityMap map, SplitMix64 random) => random.Below(100) switch
    {
        < 14 => map.Downtown,
        < 26 => map.Midtown,
        _ => random.OneOf(map.Neighbourhoods),
    };

    private static Camera At(Spot home, int household, int number, SplitMix64 random)
    {
        var doorbell = number == 1 && random.Percent(60);
        var id = string.Create(CultureInfo.InvariantCulture, $"household-{household:D4}");
        return new()
        {
            Key = new($"demo:{id}-{number}"),
            Name = doorbell ? "Front door" : random.OneOf(Places),
            Tier = CameraTier.Registered,
            Agency = "apd",
            OwnerKey = new OwnerKey(id),
            Kind = doorbell ? CameraKind.Doorbell : CameraKind.Fixed,
            Position = CityPlane.ToPosition((home with { AlongM = home.AlongM + (number * 3) }).Point),
            BearingDeg = Spot.Bearing(random, home.TowardsStreetDeg, doorbell ? 15 : 60),
            HfovDeg = doorbell ? 150 : 100,
            RangeM = doorbell ? 10 + random.Below(11) : 15 + random.Below(26),
            HeightM = doorbell ? 1.2 : 2.5,
            Retention = doorbell ? TimeSpan.FromHours(24) : TimeSpan.FromHours(96),
            Address = home.Address,
        };
    }
}
