using Canvass.Geo.Hexagons;

namespace Canvass.Storage.Cameras;

/// <summary>Cells as databases keep them: the bits of the index, as the signed number that they are in SQL.</summary>
internal static class CellColumn
{
    /// <summary>The numbers of several.</summary>
    public static long[] Of(IEnumerable<H3Index> cells) => [.. cells.Select(cell => unchecked((long)cell.Value))];
}
