using Canvass.Geo.Hexagons;

namespace Canvass.Contracts.Coverage;

/// <summary>The integrated cameras that see an area, without the shares, blind spots and footage of a <see cref="CoverageReport"/>.</summary>
/// <param name="Cameras">The cameras, nearest first.</param>
/// <param name="Missing">The cells of the grid that did not answer in time, ascending. If there are any, cameras may be missing from the list.</param>
[GenerateSerializer, Immutable, Alias("canvass.CamerasInView")]
public sealed record CamerasInView(
    [property: Id(0)] IReadOnlyList<CameraInView> Cameras, [property: Id(1)] IReadOnlyList<H3Index> Missing)
{
    /// <summary>Whether every cell answered.</summary>
    public bool Complete => Missing.Count == 0;
}
