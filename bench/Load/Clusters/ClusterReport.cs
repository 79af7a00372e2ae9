using Canvass.Load.Reporting;

namespace Canvass.Load.Clusters;

/// <summary>All that a run measured of clusters.</summary>
internal sealed record ClusterReport
{
    /// <summary>What was measured on.</summary>
    public required MachineFacts Machine { get; init; }

    /// <summary>The database server's settings.</summary>
    public required string ServerSettings { get; init; }

    /// <summary>A small cluster and a larger one.</summary>
    public required ClusterFigures BySize { get; init; }
}
