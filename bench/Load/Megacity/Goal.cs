using System.Globalization;
using Canvass.Load.Measuring;

namespace Canvass.Load.Megacity;

/// <summary>A goal for a million cameras, beside what was measured.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Limit">The goal.</param>
/// <param name="IsLeast">Whether the goal is a least value; otherwise it is a most value.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Unit">The unit.</param>
internal sealed record Goal(string What, double Limit, bool IsLeast, double Measured, string Unit)
{
    private const double Gigabyte = 1e9;

    /// <summary>Whether it was met.</summary>
    public bool IsMet => IsLeast ? Measured >= Limit : Measured <= Limit;

    /// <summary>The goal in words.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "at least" : "at most")} {Limit:0.0}{Unit}");

    /// <summary>All goals, with what a run measured.</summary>
    public static IEnumerable<Goal> Of(MegacityReport report) =>
    [
        .. Callers(report).Select(callers => Least(
            "the same answer: PostGIS over Canvass, HTTP", callers, 5, report.Ratio(CityComparison.PeerAnswer, CityComparison.OverHttp, callers))),
        .. Callers(report).Select(callers => Least(
            "list: PostGIS over Canvass, grain client", callers, 1, report.Ratio(CityComparison.PeerList, CityComparison.GrainClientList, callers))),
        new("memory of the silo, all cells loaded", 1.5, false, report.Memory.Max(memory => memory.ResidentBytes) / Gigabyte, " GB"),
        new("cold start to the first correct answer", 5, false, report.ColdStartSeconds, " s"),
        new("largest city over smallest, the same places", 1.3, false, Growth(report, row => row.Again), "×"),
        new("largest city over smallest, new places", 1.3, false, Growth(report, row => row.Anew), "×"),
    ];

    private static IEnumerable<int> Callers(MegacityReport report) => report.SideBySide.Select(row => row.Clients).Distinct();

    private static double Growth(MegacityReport report, Func<GrowthRow, LatencySummary> times) =>
        times(report.Growth[^1]).MedianMs / times(report.Growth[0]).MedianMs;

    private static Goal Least(string what, int callers, double limit, double measured) =>
        new(FormattableString.Invariant($"{what}, {callers} {(callers == 1 ? "caller" : "callers")}"), limit, true, measured, "×");
}
