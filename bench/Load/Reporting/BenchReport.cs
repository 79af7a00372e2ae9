using Canvass.Load.Comparison;

namespace Canvass.Load.Reporting;

/// <summary>All that a run measured.</summary>
internal sealed record BenchReport
{
    /// <summary>What was measured on.</summary>
    public required MachineFacts Machine { get; init; }

    /// <summary>Coverage of a 250 m incident: Canvass and the peer, with one client and with several.</summary>
    public required IReadOnlyList<MeasuredRow> SideBySide { get; init; }

    /// <summary>How far the two answered alike.</summary>
    public required Agreement Agreement { get; init; }

    /// <summary>What was measured of Canvass alone.</summary>
    public required IReadOnlyList<MeasuredRow> Canvass { get; init; }

    /// <summary>How many cameras were imported, and how many in a second, into an empty grid that had just started.</summary>
    public required ImportSpeed Import { get; init; }
}
