using Canvass.Contracts.Cameras;
using Canvass.Geo.Hexagons;

namespace Canvass.Grains.Registry;

/// <summary>Works out, once, when a camera's position arrives, where it belongs in the grid.</summary>
internal static class CameraPlacement
{
    /// <summary>The grid's canonical resolution.</summary>
    public const int CanonicalResolution = 9;

    /// <summary>The camera with its home and its cells.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="cellResolution">The resolution by which cell grains are keyed.</param>
    public static CameraState Place(Camera camera, int cellResolution)
    {
        var home = H3Index.LatLngToCell(camera.Position, CanonicalResolution);
        var cells = new SortedSet<H3Index> { home.CellToParent(cellResolution) };
        foreach (var touched in camera.View().CoverCells(CanonicalResolution))
        {
            cells.Add(touched.CellToParent(cellResolution));
        }

        return new() { Camera = camera, Home = home, Cells = [.. cells] };
    }
}
