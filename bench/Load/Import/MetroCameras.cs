using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Demo.Randomness;
using Canvass.Geo.Positions;

namespace Canvass.Load.Import;

/// <summary>
/// Made-up cameras of a metropolitan area, about 70 km across: 65 of 100 integrated, the others registered, each of an owner of its own. Two
/// thirds stand around 400 centres, densest in their middles; the others anywhere. A camera is a function of its number, so none is kept.
/// </summary>
internal static class MetroCameras
{
    private const int Centres = 400;
    private const double HalfM = 35_000;
    private const double CentreM = 1_200;
    private static readonly LocalPlane Plane = new(new(33.749, -84.388));

    /// <summary>The camera of a number.</summary>
    public static Camera At(int number)
    {
        var draw = new SplitMix64((ulong)number);
        var integrated = draw.Below(100) < 65;
        var id = string.Create(CultureInfo.InvariantCulture, $"metro:{number:D7}");
        return new()
        {
            Key = new CameraKey(id),
            Name = integrated ? $"CAM {id}" : null,
            Tier = integrated ? CameraTier.Integrated : CameraTier.Registered,
            Agency = "apd",
            OwnerKey = new OwnerKey(id),
            Position = Place(draw),
            BearingDeg = draw.Below(10) == 0 ? null : draw.Below(360),
            HfovDeg = 60 + (10 * draw.Below(6)),
            RangeM = integrated ? 30 + (10 * draw.Below(9)) : 10 + (5 * draw.Below(6)),
            Retention = TimeSpan.FromHours(24 * (1 + draw.Below(30))),
        };
    }

    /// <summary>A place where somebody may ask, as likely to be dense as a camera's.</summary>
    public static LatLng AskedAt(int number) => Place(new(~(ulong)number));

    private static LatLng Place(SplitMix64 draw)
    {
        var point = draw.Below(3) == 0
            ? new LocalPoint(draw.Between(-HalfM, HalfM), draw.Between(-HalfM, HalfM))
            : Around(new SplitMix64(ulong.MaxValue / 2 + (ulong)draw.Below(Centres)), draw);
        var position = Plane.ToPosition(point);
        return new(Math.Round(position.LatDeg, 6), Math.Round(position.LngDeg, 6));
    }

    private static LocalPoint Around(SplitMix64 centre, SplitMix64 draw)
    {
        // Box and Muller's way to a normal distribution.
        var distanceM = CentreM * Math.Sqrt(-2 * Math.Log(1 - draw.Between(0, 1)));
        var (sin, cos) = Math.SinCos(draw.Between(0, 2 * Math.PI));
        return new(centre.Between(-HalfM, HalfM) + (distanceM * sin), centre.Between(-HalfM, HalfM) + (distanceM * cos));
    }
}
