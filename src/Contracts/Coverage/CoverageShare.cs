namespace Canvass.Contracts.Coverage;

/// <summary>The share of an area that is seen, 0 to 1, as the union of views. Of registered cameras no share is told.</summary>
/// <param name="Integrated">The share that integrated cameras see.</param>
[GenerateSerializer, Immutable, Alias("canvass.CoverageShare")]
public readonly record struct CoverageShare([property: Id(0)] double Integrated);
