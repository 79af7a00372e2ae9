using Canvass.Load.Reporting;

namespace Canvass.Load.Import;

/// <summary>All that a run measured of a large import.</summary>
internal sealed record ImportReport
{
    /// <summary>What was measured on.</summary>
    public required MachineFacts Machine { get; init; }

    /// <summary>The database server's settings.</summary>
    public required string ServerSettings { get; init; }

    /// <summary>How many silos there were.</summary>
    public required int Silos { get; init; }

    /// <summary>How fast it was.</summary>
    public required ImportSpeed Speed { get; init; }

    /// <summary>The slowest and the fastest request, in rows a second.</summary>
    public required (double Slowest, double Fastest) Requests { get; init; }

    /// <summary>How many requests were sent again because they were answered 503.</summary>
    public required int Repeated { get; init; }

    /// <summary>What the processes took of memory.</summary>
    public required IReadOnlyList<MemoryRow> Memory { get; init; }

    /// <summary>What the database took on disk, in MiB.</summary>
    public required double DatabaseMiB { get; init; }

    /// <summary>The questions asked meanwhile.</summary>
    public required ProbeSummary Meanwhile { get; init; }

    /// <summary>The questions asked afterwards, when answers had to be exact.</summary>
    public required ProbeSummary Afterwards { get; init; }

    /// <summary>What was wrong with answers.</summary>
    public IReadOnlyList<string> Wrong => [.. Meanwhile.Wrong, .. Afterwards.Wrong];
}
