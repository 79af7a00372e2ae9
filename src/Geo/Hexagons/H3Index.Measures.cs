namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The mean area of the hexagons of a resolution in square kilometres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static double GetHexagonAreaAvgKm2(int resolution)
    {
        CheckResolution(resolution);
        return HexagonAverages.AreaKm2[resolution];
    }

    /// <summary>The mean area of the hexagons of a resolution in square metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static double GetHexagonAreaAvgM2(int resolution)
    {
        CheckResolution(resolution);
        return HexagonAverages.AreaM2[resolution];
    }

    /// <summary>The mean edge length of the hexagons of a resolution in metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static double GetHexagonEdgeLengthAvgM(int resolution)
    {
        CheckResolution(resolution);
        return HexagonAverages.EdgeM[resolution];
    }

    /// <summary>The area of the cell in steradians.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public double CellAreaRads2()
    {
        var cell = Checked();
        Span<UnitVector> corners = stackalloc UnitVector[CellCorners.Max];
        var count = CellCorners.Write(cell, corners);
        var centre = Centre(cell);
        var area = 0.0;
        for (var i = 0; i < count; i++)
        {
            area += TriangleArea(centre, corners[i], corners[i + 1 == count ? 0 : i + 1]);
        }

        return area;
    }

    /// <summary>The area of the cell in square kilometres.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public double CellAreaKm2() => CellAreaM2() / 1e6;

    /// <summary>The area of the cell in square metres.</summary>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public double CellAreaM2() => CellAreaRads2() * H3Sphere.RadiusMetres * H3Sphere.RadiusMetres;

    /// <summary>The length in radians of the edge shared with a neighbour.</summary>
    /// <exception cref="ArgumentException">One of the two is not a cell, or they are not neighbours.</exception>
    public double EdgeLengthRads(H3Index neighbour)
    {
        if (!AreNeighborCells(neighbour))
        {
            throw new ArgumentException(
                $"{neighbour} shares no edge with {this}; give one of the cells of GridRing(1).", nameof(neighbour));
        }

        Span<UnitVector> own = stackalloc UnitVector[CellCorners.Max];
        Span<UnitVector> others = stackalloc UnitVector[CellCorners.Max];
        own = own[..CellCorners.Write(Value, own)];
        others = others[..CellCorners.Write(neighbour.Value, others)];
        // The two cells reckon their corners on different planes: they agree to the last bits only.
        var near = own[0].SquaredChord(own[1]) * 1e-6;
        var length = 0.0;
        for (var i = 0; i < own.Length; i++)
        {
            var next = own[i + 1 == own.Length ? 0 : i + 1];
            if (Has(others, own[i], near) && Has(others, next, near))
            {
                length += own[i].AngleTo(next);
            }
        }

        return length;
    }

    /// <summary>The length in metres of the edge shared with a neighbour.</summary>
    /// <exception cref="ArgumentException">One of the two is not a cell, or they are not neighbours.</exception>
    public double EdgeLengthM(H3Index neighbour) => EdgeLengthRads(neighbour) * H3Sphere.RadiusMetres;

    // Van Oosterom and Strackee, "The Solid Angle of a Plane Triangle" (1983); differences keep small cells precise.
    private static double TriangleArea(UnitVector a, UnitVector b, UnitVector c)
    {
        var volume = a.Dot(b.Minus(a).Cross(c.Minus(a)));
        return 2 * Math.Atan2(volume, 1 + a.Dot(b) + b.Dot(c) + c.Dot(a));
    }

    private static bool Has(ReadOnlySpan<UnitVector> points, UnitVector point, double squaredDistance)
    {
        foreach (var other in points)
        {
            if (other.SquaredChord(point) < squaredDistance)
            {
                return true;
            }
        }

        return false;
    }
}
