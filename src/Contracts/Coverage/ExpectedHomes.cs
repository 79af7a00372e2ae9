namespace Canvass.Contracts.Coverage;

/// <summary>How many homes with a registered camera an area is expected to hold, computed from published buckets and areas alone.</summary>
/// <param name="Low">The lower end, 0 or more, inclusive.</param>
/// <param name="High">The upper end, at least <paramref name="Low"/>, inclusive.</param>
[GenerateSerializer, Immutable, Alias("canvass.ExpectedHomes")]
public readonly record struct ExpectedHomes([property: Id(0)] int Low, [property: Id(1)] int High);
