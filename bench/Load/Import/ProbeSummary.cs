using Canvass.Load.Measuring;

namespace Canvass.Load.Import;

/// <summary>What came of questions of coverage.</summary>
/// <param name="Latency">How long answers took.</param>
/// <param name="Named">How many cameras they named.</param>
/// <param name="Partial">How many said that a part of the grid was missing.</param>
/// <param name="Unanswered">How many questions were answered 503.</param>
/// <param name="Wrong">What was wrong with answers.</param>
internal sealed record ProbeSummary(LatencySummary Latency, int Named, int Partial, int Unanswered, IReadOnlyList<string> Wrong)
{
    /// <summary>Of a probe.</summary>
    public static ProbeSummary Of(CoverageProbe probe) =>
        new(probe.Latencies.Summarise(), probe.Named, probe.Partial, probe.Unanswered, probe.Wrong);
}
