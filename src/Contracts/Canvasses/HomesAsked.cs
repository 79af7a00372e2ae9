using Canvass.Contracts.Coverage;

namespace Canvass.Contracts.Canvasses;

/// <summary>The homes that a canvass asks, told only by the published buckets of whole resolution-8 cells.</summary>
/// <param name="Cells">The bucket of every resolution-8 cell that the area touches, ascending by cell.</param>
[GenerateSerializer, Immutable, Alias("canvass.HomesAsked")]
public sealed record HomesAsked([property: Id(0)] IReadOnlyList<RegisteredCount> Cells);
