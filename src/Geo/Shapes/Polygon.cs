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
    // Up to this many, corners cost next to nothing.
    private const int FewPositions = 32;

    private readonly FlatPolygon _own;

    private Polygon(IReadOnlyList<IReadOnlyList<LatLng>> rings, LatLng centre, FlatPolygon own)
    {
        Rings = rings;
        Centre = centre;
        ExtentM = own.FarthestM(default);
        PositionCount = rings.Sum(ring => ring.Count);
        _own = own;
    }

    /// <summary>The most positions that a polygon may have, all rings together.</summary>
    public static int MostPositions => 2_000;

    /// <summary>The rings, each closed (its last position repeats its first), at least four positions each.</summary>
    public IReadOnlyList<IReadOnlyList<LatLng>> Rings { get; }

    /// <summary>The centre of the outline's bounding box.</summary>
    public LatLng Centre { get; }

    /// <summary>The distance from <see cref="Centre"/> to the farthest corner, in metres.</summary>
    public double ExtentM { get; }

    /// <summary>How many positions all rings have together, the closing ones included.</summary>
    public int PositionCount { get; }

    /// <summary>Checks and wraps rings.</summary>
    /// <param name="rings">The rings in GeoJSON order, each closed.</param>
    /// <param name="polygon">The polygon, or null where the rings are refused.</param>
    /// <param name="error">What is wrong and what to do, or null: no ring, under four positions, over <see cref="MostPositions"/>, open,
    /// positions out of range, over half of the earth wide, without surface, self-crossing, holes outside of the outline or in one
    /// another. Rings and positions are counted from 0, as in GeoJSON.</param>
    public static bool TryCreate(
        IReadOnlyList<IReadOnlyList<LatLng>> rings, [NotNullWhen(true)] out Polygon? polygon, [NotNullWhen(false)] out string? error) =>
        TryCreate(rings, mayCross: false, out polygon, out error);

    /// <summary>Wraps rings of a polygon that was made by <see cref="TryCreate(IReadOnlyList{IReadOnlyList{LatLng}}, out Polygon?, out string?)"/>
    /// and has been stored since. It does not check again whether edges cross: the cost of that grows with the square of their number.</summary>
    /// <param name="rings">The rings in GeoJSON order, each closed.</param>
    /// <param name="polygon">The polygon, or null if the rings are refused.</param>
    /// <param name="error">What is wrong and what to do, or null.</param>
    public static bool TryRestore(
        IReadOnlyList<IReadOnlyList<LatLng>> rings, [NotNullWhen(true)] out Polygon? polygon, [NotNullWhen(false)] out string? error) =>
        TryCreate(rings, mayCross: true, out polygon, out error);

    /// <summary>Whether a position lies in the polygon and in none of its holes. On the rim the answer is either.</summary>
    public bool DoesContain(LatLng position) => _own.Contains(new LocalPlane(Centre).ToPlane(position));

    /// <summary>The polygon with as few of its corners as it takes for its rim to lie within a tolerance of this one's; itself if it has
    /// few corners, or if fewer would make it cross itself.</summary>
    /// <param name="toleranceM">How far the rims may lie apart, in metres, over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not over 0.</exception>
    public Polygon Simplify(double toleranceM)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toleranceM);
        if (PositionCount <= FewPositions)
        {
            return this;
        }

        var plane = new LocalPlane(Centre);
        var rings = Rings.Select(ring => RingSimplification.Simplify(ring, [.. ring.Select(position => plane.ToPlane(position))], toleranceM))
            .ToList();
        return rings.Sum(ring => ring.Count) < PositionCount && TryCreate(rings, out var simpler, out _) ? simpler : this;
    }

    /// <summary>The polygon on another plane.</summary>
    internal FlatPolygon On(in LocalPlane plane) => plane.Origin == Centre ? _own : LongitudeUnwrapping.Lay(Rings, Centre, plane);

    private static bool TryCreate(
        IReadOnlyList<IReadOnlyList<LatLng>> rings,
        bool mayCross,
        [NotNullWhen(true)] out Polygon? polygon,
        [NotNullWhen(false)] out string? error)
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
        error = mayCross ? null : CrossingCheck.Of(own, centre);
        if (error is not null)
        {
            return false;
        }

        LatLng[][] copies = [.. rings.Select(ring => ring.ToArray())];
        polygon = new(Array.AsReadOnly(Array.ConvertAll(copies, IReadOnlyList<LatLng> (ring) => Array.AsReadOnly(ring))), centre, own);
        return true;
    }
}
