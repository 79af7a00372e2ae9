namespace Canvass.Geo.Hexagons;

/// <summary>Tells whether a cell touches a circle on the sphere.</summary>
internal readonly struct CircleTest
{
    private readonly UnitVector _centre;
    private readonly double _squaredChord;
    private readonly double _squaredSine;
    private readonly double _surelyIn;
    private readonly double _surelyOut;

    /// <summary>Prepares the test.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="radius">The radius in radians, below π/2.</param>
    /// <param name="cosine">The least cosine of the angle between a cell near the circle and the centre of its face.</param>
    /// <param name="resolution">The resolution of the cells.</param>
    public CircleTest(UnitVector centre, double radius, double cosine, int resolution)
    {
        _centre = centre;
        _squaredChord = SquaredChord(radius);
        var sine = Math.Sin(radius);
        _squaredSine = sine * sine;
        // The largest circle within a cell and the smallest around it, as far as the projection may bend them.
        var spacing = Faces.SpacingAt(resolution);
        _surelyIn = SquaredChord(radius + 0.5 * spacing * cosine * cosine * 0.999);
        _surelyOut = SquaredChord(radius + spacing / Math.Sqrt(3));
    }

    /// <summary>Whether any point of a cell that does not hold the circle's centre lies in the circle.</summary>
    public bool Touches(ulong cell)
    {
        var distance = H3Index.Centre(cell).SquaredChord(_centre);
        return distance <= _surelyIn || (distance <= _surelyOut && EdgeTouches(cell));
    }

    private bool EdgeTouches(ulong cell)
    {
        Span<UnitVector> corners = stackalloc UnitVector[CellCorners.Max];
        corners = corners[..CellCorners.Write(cell, corners)];
        foreach (var corner in corners)
        {
            if (corner.SquaredChord(_centre) <= _squaredChord)
            {
                return true;
            }
        }

        var from = corners[^1];
        foreach (var to in corners)
        {
            if (ArcTouches(from, to))
            {
                return true;
            }

            from = to;
        }

        return false;
    }

    // The ends of the arc are known to lie outside, so only the foot of the perpendicular can be within the radius.
    private bool ArcTouches(UnitVector from, UnitVector to)
    {
        var along = to.Minus(from);
        var offset = _centre.Minus(from);
        var rest = _centre.Minus(to);
        // Whether the centre lies ahead of both ends, along the tangents there; the chord is the tangent but for this.
        var bend = along.Dot(along) / 4;
        if (offset.Dot(along) <= bend * offset.Dot(offset) || -rest.Dot(along) <= bend * rest.Dot(rest))
        {
            return false;
        }

        var normal = from.Cross(along);
        var height = offset.Dot(normal);
        return height * height <= _squaredSine * normal.Dot(normal);
    }

    private static double SquaredChord(double angle)
    {
        var half = Math.Sin(Math.Min(angle, Math.PI) / 2);
        return 4 * half * half;
    }
}
