namespace Canvass.Contracts.Canvasses;

/// <summary>The owners whom a sent canvass asked.</summary>
/// <param name="Integrated">The owners of integrated cameras, exactly.</param>
/// <param name="Homes">The homes, by the same buckets as in the draft.</param>
[GenerateSerializer, Immutable, Alias("canvass.AskedOwners")]
public sealed record AskedOwners([property: Id(0)] IntegratedAsked Integrated, [property: Id(1)] HomesAsked Homes);
