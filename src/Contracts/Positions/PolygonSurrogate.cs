using Canvass.Geo.Positions;

namespace Canvass.Contracts.Positions;

/// <summary>How a <see cref="Canvass.Geo.Shapes.Polygon"/> travels between silos.</summary>
[GenerateSerializer, Immutable, Alias("canvass.Polygon")]
public struct PolygonSurrogate
{
    /// <summary>The closed rings, outline first.</summary>
    [Id(0)]
    public LatLng[][] Rings;
}
