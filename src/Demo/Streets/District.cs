using Canvass.Demo.Randomness;

namespace Canvass.Demo.Streets;

/// <summary>A part of the city with streets of its own.</summary>
/// <param name="Streets">Its streets.</param>
internal sealed record District(IReadOnlyList<Street> Streets)
{
    /// <summary>A rectangular pattern of streets.</summary>
    /// <param name="random">Where the streets' names come from.</param>
    /// <param name="centre">The middle.</param>
    /// <param name="bearingDeg">Which way its longways streets run.</param>
    /// <param name="alongM">How long those are.</param>
    /// <param name="acrossM">How long the crossing ones are.</param>
    /// <param name="blockAlongM">How far two crossing streets are apart.</param>
    /// <param name="blockAcrossM">How far two longways streets are apart.</param>
    public static District Grid(
        SplitMix64 random, PlanePoint centre, double bearingDeg, double alongM, double acrossM, double blockAlongM, double blockAcrossM)
    {
        var corner = centre.Towards(bearingDeg, -alongM / 2).Towards(bearingDeg + 90, -acrossM / 2);
        var streets = new List<Street>();
        for (var across = 0.0; across <= acrossM; across += blockAcrossM)
        {
            streets.Add(new(StreetNames.Next(random), corner.Towards(bearingDeg + 90, across), bearingDeg, alongM, blockAlongM));
        }

        for (var along = 0.0; along <= alongM; along += blockAlongM)
        {
            streets.Add(new(StreetNames.Next(random), corner.Towards(bearingDeg, along), bearingDeg + 90, acrossM, blockAcrossM));
        }

        return new(streets);
    }
}
