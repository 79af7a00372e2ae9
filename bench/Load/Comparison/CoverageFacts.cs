using Canvass.Contracts.Coverage;

namespace Canvass.Load.Comparison;

/// <summary>An answer to a coverage question, from whomever.</summary>
internal sealed record CoverageFacts
{
    /// <summary>The integrated cameras that see the area, by id.</summary>
    public required IReadOnlyDictionary<string, CameraFacts> Cameras { get; init; }

    /// <summary>The share seen by integrated cameras.</summary>
    public required double Share { get; init; }

    /// <summary>How many of the cameras have footage of the window, by state; null in an answer about an incident, whose cameras tell each.</summary>
    public FootageCounts? Footage { get; init; }

    /// <summary>The bucket of households of every resolution-8 cell.</summary>
    public required IReadOnlyDictionary<long, string> Registered { get; init; }

    /// <summary>The blind resolution-11 cells.</summary>
    public required IReadOnlySet<long> Blind { get; init; }
}
