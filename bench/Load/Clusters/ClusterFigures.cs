using Canvass.Load.Reporting;

namespace Canvass.Load.Clusters;

/// <summary>What was measured of clusters in turns with one another; empty what was not.</summary>
internal sealed record ClusterFigures
{
    /// <summary>Incidents accepted.</summary>
    public IReadOnlyList<MeasuredRow> Accepted { get; init; } = [];

    /// <summary>Canvasses sent.</summary>
    public IReadOnlyList<CanvassRow> Canvasses { get; init; } = [];

    /// <summary>Coverage asked.</summary>
    public IReadOnlyList<MeasuredRow> Coverage { get; init; } = [];

    /// <summary>The whole work, beside the peers: the HTTP service is the last but one, the single statement the last.</summary>
    public IReadOnlyList<WholeRow> Whole { get; init; } = [];

    /// <summary>Positions reported.</summary>
    public IReadOnlyList<PositionRow> Positions { get; init; } = [];
}
