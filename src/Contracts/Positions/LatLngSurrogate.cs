using Canvass.Geo.Positions;

namespace Canvass.Contracts.Positions;

/// <summary>How a <see cref="LatLng"/> travels between silos.</summary>
[GenerateSerializer, Immutable, Alias("canvass.LatLng")]
public struct LatLngSurrogate
{
    /// <summary>Latitude in degrees.</summary>
    [Id(0)]
    public double LatDeg;

    /// <summary>Longitude in degrees.</summary>
    [Id(1)]
    public double LngDeg;
}
