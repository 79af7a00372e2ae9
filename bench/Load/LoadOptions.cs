namespace Canvass.Load;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">How many times each distinct incident is asked about.</param>
/// <param name="WarmUps">How many times before it counts.</param>
/// <param name="Posted">How many incidents are posted to see how fast they are accepted.</param>
/// <param name="Canvassed">How many canvasses are drafted and sent.</param>
/// <param name="WideRequests">How many questions are asked of each wider radius.</param>
internal sealed record LoadOptions(int Rounds, int WarmUps, int Posted, int Canvassed, int WideRequests)
{
    /// <summary>What benchmarks.md reports.</summary>
    public static LoadOptions Full { get; } = new(Rounds: 10, WarmUps: 3, Posted: 3_000, Canvassed: 500, WideRequests: 200);

    /// <summary>To see that the benchmark works.</summary>
    public static LoadOptions Quick { get; } = new(Rounds: 1, WarmUps: 1, Posted: 200, Canvassed: 50, WideRequests: 20);
}
