using Canvass.Demo.Randomness;
using Canvass.Demo.Streets;

namespace Canvass.Demo.Places;

/// <summary>A place beside a street at which something stands.</summary>
/// <param name="Street">The street.</param>
/// <param name="AlongM">Metres from the street's start.</param>
/// <param name="RightM">Metres to the right of its middle line; negative to the left.</param>
internal readonly record struct Spot(Street Street, double AlongM, double RightM)
{
    /// <summary>The point.</summary>
    public PlanePoint Point => Street.At(AlongM, RightM);

    /// <summary>The street address.</summary>
    public string Address => Street.Address(AlongM, RightM > 0);

    /// <summary>The bearing across to the street.</summary>
    public double TowardsStreetDeg => Street.BearingDeg + (RightM > 0 ? -90 : 90);

    /// <summary>A corner of one of a district's streets.</summary>
    public static Spot Corner(SplitMix64 random, District district)
    {
        var street = random.OneOf(district.Streets);
        return new(street, random.Below(street.Corners) * street.BlockM, random.Percent(50) ? 8 : -8);
    }

    /// <summary>A plot along one of a district's streets, so far back from its middle line.</summary>
    public static Spot Plot(SplitMix64 random, District district, double fromM, double toM)
    {
        var street = random.OneOf(district.Streets);
        var right = random.Between(fromM, toM);
        return new(street, random.Between(0, street.LengthM), random.Percent(50) ? right : -right);
    }

    /// <summary>A bearing as cameras have it: whole degrees, 0 to 359, off by up to so many.</summary>
    public static double Bearing(SplitMix64 random, double degrees, double off) =>
        (((int)Math.Round(degrees + random.Between(-off, off)) % 360) + 360) % 360;
}
