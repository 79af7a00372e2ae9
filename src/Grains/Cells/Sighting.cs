using Canvass.Contracts.Coverage;

namespace Canvass.Grains.Cells;

/// <summary>A camera that sees an area.</summary>
/// <param name="Entry">The camera.</param>
/// <param name="Footage">What is left of its footage; null where no window was asked about.</param>
/// <param name="InCrowd">Whether the cell that answered holds so many households that the view of one may be mixed into a share.</param>
[GenerateSerializer, Immutable, Alias("canvass.Sighting")]
internal sealed record Sighting(
    [property: Id(0)] CellEntry Entry, [property: Id(1)] Footage? Footage, [property: Id(2)] bool InCrowd);
