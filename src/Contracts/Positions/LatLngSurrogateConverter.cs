using Canvass.Geo.Positions;

namespace Canvass.Contracts.Positions;

/// <summary>Converts a <see cref="LatLng"/> to what travels, and back.</summary>
[RegisterConverter]
public sealed class LatLngSurrogateConverter : IConverter<LatLng, LatLngSurrogate>
{
    /// <inheritdoc/>
    public LatLng ConvertFromSurrogate(in LatLngSurrogate surrogate) => new(surrogate.LatDeg, surrogate.LngDeg);

    /// <inheritdoc/>
    public LatLngSurrogate ConvertToSurrogate(in LatLng value) => new() { LatDeg = value.LatDeg, LngDeg = value.LngDeg };
}
