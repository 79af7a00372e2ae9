namespace Canvass.Contracts.Positions;

/// <summary>Converts a <see cref="BoundingBox"/> to what travels, and back; a box that arrives is checked again.</summary>
[RegisterConverter]
public sealed class BoundingBoxSurrogateConverter : IConverter<BoundingBox, BoundingBoxSurrogate>
{
    /// <inheritdoc/>
    public BoundingBox ConvertFromSurrogate(in BoundingBoxSurrogate surrogate) =>
        new(surrogate.West, surrogate.South, surrogate.East, surrogate.North);

    /// <inheritdoc/>
    public BoundingBoxSurrogate ConvertToSurrogate(in BoundingBox value) =>
        new(value.West, value.South, value.East, value.North);
}
