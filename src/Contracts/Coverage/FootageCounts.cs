namespace Canvass.Contracts.Coverage;

/// <summary>How many integrated cameras that see an area have footage of a window, by state.</summary>
/// <param name="Available">It should exist.</param>
/// <param name="Expiring">It will be overwritten within 24 hours.</param>
/// <param name="Overwritten">The start of the window is already overwritten.</param>
/// <param name="Gap">Nothing was recorded, or nothing yet.</param>
[GenerateSerializer, Immutable, Alias("canvass.FootageCounts")]
public readonly record struct FootageCounts(
    [property: Id(0)] int Available, [property: Id(1)] int Expiring, [property: Id(2)] int Overwritten, [property: Id(3)] int Gap);
