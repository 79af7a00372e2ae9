namespace Canvass.Load.Clusters;

/// <summary>How much is measured of clusters.</summary>
/// <param name="Rounds">How many blocks of each kind count.</param>
/// <param name="WarmUps">How many blocks before do not.</param>
/// <param name="Accepted">How many incidents a block reports.</param>
/// <param name="Canvassed">How many canvasses a block sends.</param>
/// <param name="Covered">How many questions of coverage a block asks.</param>
/// <param name="Sustained">For how long positions are reported, each time.</param>
internal sealed record ClusterOptions(int Rounds, int WarmUps, int Accepted, int Canvassed, int Covered, TimeSpan Sustained)
{
    /// <summary>What benchmarks.md reports.</summary>
    public static ClusterOptions Full { get; } =
        new(Rounds: 5, WarmUps: 2, Accepted: 1_000, Canvassed: 150, Covered: 1_000, Sustained: TimeSpan.FromSeconds(30));

    /// <summary>To see that the benchmark works.</summary>
    public static ClusterOptions Quick { get; } =
        new(Rounds: 1, WarmUps: 1, Accepted: 200, Canvassed: 30, Covered: 100, Sustained: TimeSpan.FromSeconds(3));
}
