using System.Globalization;

namespace Canvass.Cluster.Tests;

/// <summary>How long chaos lasts, and which.</summary>
/// <param name="Minutes">For how many minutes faults strike, of all tests together; null: every kind strikes once.</param>
/// <param name="Seed">Decides which process a fault hits, when, and in which order.</param>
internal sealed record ChaosOptions(double? Minutes, int Seed)
{
    /// <summary>As <c>scripts/chaos</c> sets them: <c>CANVASS_CHAOS_MINUTES</c> and <c>CANVASS_CHAOS_SEED</c>; without, a seed of chance.</summary>
    public static ChaosOptions FromEnvironment() => new(
        Environment.GetEnvironmentVariable("CANVASS_CHAOS_MINUTES") is { Length: > 0 } minutes
            ? double.Parse(minutes, CultureInfo.InvariantCulture)
            : null,
        Environment.GetEnvironmentVariable("CANVASS_CHAOS_SEED") is { Length: > 0 } seed
            ? int.Parse(seed, CultureInfo.InvariantCulture)
            : Random.Shared.Next());
}
