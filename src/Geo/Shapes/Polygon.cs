using System.Diagnostics.CodeAnalysis;
using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>
/// A region given by closed rings of positions, as in GeoJSON: the first ring is the outline, the others are holes. Rings may run in
/// either direction. An edge joins its ends the short way around the earth, so that a polygon may lie across the antimeridian.
/// Immutable and safe for concurrent use.
/// </summary>
public sealed class Polygon
{
    private readonly FlatPolygon _own;

    private Polygon(IReadOnlyList<IReadOnlyList<LatLng>> rings, LatLng centre, FlatPolygon own)
    {
        Rings = rings;
        Centre = centre;
        _own = own;
    }

    /// <summary>The most positions that a polygon may have, all rings together.</summary>
    public static int MostPositions => 2_000;

    /// <summary>The rings, each closed (its last position repeats its first), at least four positions each.</summary>
    public IReadOnlyList<IReadOnlyList<LatLng>> Rings { get; }

    /// <summary>The centre of the outline's bounding box.</summary>
    public LatLng Centre { get; }

    /// <summary>The distance from <see cref="Centre"/> to the farthest corner, in metres.</summary>
    public double ExtentM => _own.FarthestM(default);

    /// <summary>Checks and wraps rings.</summary>
    /// <param name="rings">The rings in GeoJSON order, each closed.</param>
    /// <param name="polygon">The polygon, or null where the rings are refused.</param>
    /// <param name="error">What is wrong and what to do, or null: no ring, under four positions, over <see cref="MostPositions"/>, open,
    /// positions out of range, over half of the earth wide, without surface, self-crossing, holes outside of the outline or in one
    /// another. Rings and positions are counted from 0, as in GeoJSON.</param>
    public static bool TryCreate(
        IReadOnlyList<IReadOnlyList<LatLng>> rings, [NotNullWhen(true)] out Polygon? polygon, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(rings);
        polygon = null;
        error = PositionCheck.Of(rings);
        if (error is not null)
        {
            return false;
        }

        if (!LongitudeUnwrapping.TryCentre(rings[0], out var centre))
        {
            error = "Ring 0 (the outline) goes around a pole or spans over 180 degrees of longitude: give a smaller polygon.";
            return false;
        }

        var own = LongitudeUnwrapping.Lay(rings, centre, new LocalPlane(centre));
        error = CrossingCheck.Of(own, centre);
        if (error is not null)
        {
            return false;
        }

        LatLng[][] copies = [.. rings.Select(ring => ring.ToArray())];
        polygon = new(Array.AsReadOnly(Array.ConvertAll(copies, IReadOnlyList<LatLng> (ring) => Array.AsReadOnly(ring))), centre, own);
        return true;
    }

    /// <summary>Whether a position lies in the polygon and in none of its holes. On the rim the answer is either.</summary>
    public bool DoesContain(LatLng position) => _own.Contains(new LocalPlane(Centre).ToPlane(position));

    /// <summary>The polygon on another plane.</summary>
    internal FlatPolygon On(in LocalPlane plane) => plane.Origin == Centre ? _own : LongitudeUnwrapping.Lay(Rings, Centre, plane);
}
