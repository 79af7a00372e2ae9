using Canvass.Demo.Randomness;

namespace Canvass.Demo.Streets;

/// <summary>The city's streets: two dense districts, avenues that lead out of the middle, loops across them, and neighbourhoods.</summary>
internal sealed class CityMap
{
    private const int AvenueCount = 12;
    private const int LoopCorners = 24;
    private const int NeighbourhoodCount = 64;
    private const double GoldenAngleDeg = 137.50776405;

    private static readonly PlanePoint MidtownCentre = new(460, 3_770);
    private static readonly double[] LoopRadiiM = [3_400, 6_200, 8_800];

    /// <summary>Draws the map.</summary>
    public CityMap(SplitMix64 random)
    {
        Downtown = District.Grid(random, default, 32, 2_640, 2_640, 110, 110);
        Midtown = District.Grid(random, MidtownCentre, 2, 2_800, 2_000, 140, 125);
        Avenues = new([.. DrawAvenues(random), .. LoopRadiiM.SelectMany(radius => DrawLoop(random, radius))]);
        Neighbourhoods = [.. DrawNeighbourhoods(random)];
    }

    /// <summary>The old middle.</summary>
    public District Downtown { get; }

    /// <summary>The newer middle, north of it.</summary>
    public District Midtown { get; }

    /// <summary>The avenues and loops between the districts.</summary>
    public District Avenues { get; }

    /// <summary>Where people live.</summary>
    public IReadOnlyList<District> Neighbourhoods { get; }

    private static IEnumerable<Street> DrawAvenues(SplitMix64 random)
    {
        for (var i = 0; i < AvenueCount; i++)
        {
            var bearing = (360.0 / AvenueCount * i) + 7;
            yield return new(StreetNames.Next(random, "Avenue"), default(PlanePoint).Towards(bearing, 1_300), bearing, 9_000, 200);
        }
    }

    private static IEnumerable<Street> DrawLoop(SplitMix64 random, double radiusM)
    {
        var name = StreetNames.Next(random, "Loop");
        var side = 2 * radiusM * Math.Sin(Math.PI / LoopCorners);
        for (var i = 0; i < LoopCorners; i++)
        {
            var bearing = 360.0 / LoopCorners * i;
            yield return new(name, default(PlanePoint).Towards(bearing, radiusM), bearing + 90 + (180.0 / LoopCorners), side, side / 4);
        }
    }

    /// <summary>Spreads the neighbourhoods like the seeds of a sunflower, leaving the two dense districts free.</summary>
    private static IEnumerable<District> DrawNeighbourhoods(SplitMix64 random)
    {
        var drawn = 0;
        for (var i = 5; drawn < NeighbourhoodCount; i++)
        {
            var middle = default(PlanePoint).Towards(GoldenAngleDeg * i, CityPlane.RadiusM * 0.92 * Math.Sqrt(i / (NeighbourhoodCount + 9.0)));
            if (IsDense(middle))
            {
                continue;
            }

            drawn++;
            var along = random.Between(640, 960);
            var across = random.Between(560, 800);
            yield return District.Grid(random, middle, random.Between(0, 90), along, across, 160, 95);
        }
    }

    private static bool IsDense(PlanePoint point) =>
        (Math.Abs(point.EastM) < 2_100 && Math.Abs(point.NorthM) < 2_100)
        || (Math.Abs(point.EastM - MidtownCentre.EastM) < 1_400 && Math.Abs(point.NorthM - MidtownCentre.NorthM) < 1_800);
}
