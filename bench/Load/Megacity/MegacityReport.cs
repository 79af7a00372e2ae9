using Canvass.Load.Comparison;
using Canvass.Load.Measuring;
using Canvass.Load.Reporting;

namespace Canvass.Load.Megacity;

/// <summary>All that a run measured of a large city.</summary>
internal sealed record MegacityReport
{
    /// <summary>What was measured on.</summary>
    public required MachineFacts Machine { get; init; }

    /// <summary>The database server's settings.</summary>
    public required string ServerSettings { get; init; }

    /// <summary>How much was measured.</summary>
    public required MegacityOptions Options { get; init; }

    /// <summary>The import of the large city.</summary>
    public required ImportSpeed Import { get; init; }

    /// <summary>How many cells of the large city have cameras.</summary>
    public required int Cells { get; init; }

    /// <summary>Coverage beside the peer, for each number of callers.</summary>
    public required IReadOnlyList<MeasuredRow> SideBySide { get; init; }

    /// <summary>How far the answers over HTTP agree with the peer's.</summary>
    public required Agreement OverHttp { get; init; }

    /// <summary>How far the answers through the grain client agree with the peer's.</summary>
    public required Agreement GrainClient { get; init; }

    /// <summary>The silo's memory, first with all cells loaded and nothing else asked.</summary>
    public required IReadOnlyList<SiloMemory> Memory { get; init; }

    /// <summary>The starts on the filled database.</summary>
    public required IReadOnlyList<ColdStart> ColdStarts { get; init; }

    /// <summary>Coverage in cities of different sizes, the smallest first.</summary>
    public required IReadOnlyList<GrowthRow> Growth { get; init; }

    /// <summary>How long the parts of the run took.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>The median time of a cold start until the first correct answer, in seconds.</summary>
    public double ColdStartSeconds => ColdStarts.Select(start => start.AnswerSeconds).Order().ElementAt((ColdStarts.Count - 1) / 2);

    /// <summary>Whether all answers were right.</summary>
    public bool IsRight => OverHttp.Mismatches.Count + GrainClient.Mismatches.Count + Growth.Sum(row => row.Wrong.Count) == 0;

    /// <summary>The median of one contender over that of another, with the same number of callers.</summary>
    public double Ratio(string slow, string fast, int callers) => Summary(slow, callers).MedianMs / Summary(fast, callers).MedianMs;

    private LatencySummary Summary(string who, int callers) => SideBySide.First(row => row.What == who && row.Clients == callers).Summary;
}
