using Canvass.Client.Cameras;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;

namespace Canvass.Demo.Scenario;

/// <summary>What stands in the grid after the demo.</summary>
public sealed record DemoResult
{
    /// <summary>Whether the incident was there before: then no camera was imported and nothing was made a second time.</summary>
    public required bool AlreadyThere { get; init; }

    /// <summary>What the import did; all zero where <see cref="AlreadyThere"/>.</summary>
    public required ImportTotals Import { get; init; }

    /// <summary>How many cameras were reported as not recording; 0 where <see cref="AlreadyThere"/>.</summary>
    public required int Outages { get; init; }

    /// <summary>The incident.</summary>
    public required Incident Incident { get; init; }

    /// <summary>Who sees it.</summary>
    public required CoverageReport Coverage { get; init; }

    /// <summary>The canvass; null where the incident was closed before one was drafted.</summary>
    public required CanvassSummary? Canvass { get; init; }
}
