namespace Canvass.Contracts.Positions;

/// <summary>How an <see cref="Canvass.Geo.Hexagons.H3Index"/> travels between silos.</summary>
[GenerateSerializer, Immutable, Alias("canvass.H3Index")]
public struct H3IndexSurrogate
{
    /// <summary>The raw bits.</summary>
    [Id(0)]
    public ulong Value;
}
