using Canvass.Geo.Hexagons;

namespace Canvass.Contracts.Positions;

/// <summary>Converts an <see cref="H3Index"/> to what travels, and back.</summary>
[RegisterConverter]
public sealed class H3IndexSurrogateConverter : IConverter<H3Index, H3IndexSurrogate>
{
    /// <inheritdoc/>
    public H3Index ConvertFromSurrogate(in H3IndexSurrogate surrogate) => new(surrogate.Value);

    /// <inheritdoc/>
    public H3IndexSurrogate ConvertToSurrogate(in H3Index value) => new() { Value = value.Value };
}
