using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>A region given by closed rings of positions, as in GeoJSON: the first ring is the outline, the others are holes.</summary>
public sealed class Polygon
{
    private Polygon(IReadOnlyList<IReadOnlyList<LatLng>> rings) => Rings = rings;

    /// <summary>The rings, each closed (its last position repeats its first), at least four positions each.</summary>
    public IReadOnlyList<IReadOnlyList<LatLng>> Rings { get; }

    /// <summary>Checks and wraps rings.</summary>
    /// <param name="rings">The rings in GeoJSON order, each closed.</param>
    /// <param name="polygon">The polygon, or null where the rings are refused.</param>
    /// <param name="error">What is wrong and what to do, or null: no ring, under four positions, open, positions out of range,
    /// self-crossing, without surface.</param>
    public static bool TryCreate(IReadOnlyList<IReadOnlyList<LatLng>> rings, out Polygon? polygon, out string? error) =>
        throw new NotImplementedException();
}
