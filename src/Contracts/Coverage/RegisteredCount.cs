using Canvass.Geo.Hexagons;

namespace Canvass.Contracts.Coverage;

/// <summary>How many households with registered cameras a whole resolution-8 cell holds, bucketed.</summary>
/// <param name="Cell">The cell, whole, wherever the area's rim runs.</param>
/// <param name="Households">The bucket.</param>
[GenerateSerializer, Immutable, Alias("canvass.RegisteredCount")]
public readonly record struct RegisteredCount([property: Id(0)] H3Index Cell, [property: Id(1)] Bucket Households)
{
    /// <summary>The resolution of the cells that are counted: at resolution 9 a cell holds less than one home.</summary>
    public const int Resolution = 8;
}
