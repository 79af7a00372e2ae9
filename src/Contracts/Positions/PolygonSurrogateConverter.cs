using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Positions;

/// <summary>Converts a <see cref="Polygon"/> to what travels, and back; a polygon that arrives is checked again.</summary>
[RegisterConverter]
public sealed class PolygonSurrogateConverter : IConverter<Polygon, PolygonSurrogate>
{
    /// <inheritdoc/>
    public Polygon ConvertFromSurrogate(in PolygonSurrogate surrogate) =>
        Polygon.TryCreate(surrogate.Rings, out var polygon, out var error) ? polygon! : throw new FormatException(error);

    /// <inheritdoc/>
    public PolygonSurrogate ConvertToSurrogate(in Polygon value) => new() { Rings = [.. value.Rings.Select(ring => ring.ToArray())] };
}
