namespace Canvass.Geo.Hexagons;

/// <summary>Which cells count as those of a polygon.</summary>
public enum PolygonContainment
{
    /// <summary>Those whose centre lies in the polygon: neighbouring polygons share no cell. The default.</summary>
    Centre,

    /// <summary>Those that lie in the polygon wholly.</summary>
    Full,

    /// <summary>Those that have any point in common with the polygon.</summary>
    Overlapping,
}
