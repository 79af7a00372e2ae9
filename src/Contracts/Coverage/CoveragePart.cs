namespace Canvass.Contracts.Coverage;

/// <summary>What is known of an area's coverage so far: a part for every cell that answers, then one with the whole report.</summary>
[GenerateSerializer, Immutable, Alias("canvass.CoveragePart")]
public sealed record CoveragePart
{
    /// <summary>How many cells have answered or failed to.</summary>
    [Id(0)]
    public required int Answered { get; init; }

    /// <summary>How many cells were asked.</summary>
    [Id(1)]
    public required int Asked { get; init; }

    /// <summary>Integrated cameras that this part adds, each once over all parts, in no order.</summary>
    [Id(2)]
    public IReadOnlyList<SeenCamera> Cameras { get; init; } = [];

    /// <summary>The whole report; in the last part only.</summary>
    [Id(3)]
    public CoverageReport? Report { get; init; }
}
