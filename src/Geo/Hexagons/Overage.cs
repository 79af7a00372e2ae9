namespace Canvass.Geo.Hexagons;

/// <summary>Whether a lattice point lies beyond its face.</summary>
internal enum Overage
{
    /// <summary>Inside its face.</summary>
    None,

    /// <summary>On the edge of its face; told for corners of cells only.</summary>
    Edge,

    /// <summary>Beyond: it was moved to the neighbouring face.</summary>
    Moved,
}
