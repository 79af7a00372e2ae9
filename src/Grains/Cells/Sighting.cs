using Canvass.Contracts.Coverage;

namespace Canvass.Grains.Cells;

/// <summary>A camera that sees an area.</summary>
/// <param name="Entry">The camera.</param>
/// <param name="Footage">What is left of its footage; null where no window was asked about.</param>
[GenerateSerializer, Immutable, Alias("canvass.Sighting")]
internal sealed record Sighting(
    [property: Id(0)] CellEntry Entry, [property: Id(1)] Footage? Footage);
