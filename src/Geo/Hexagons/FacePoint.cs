namespace Canvass.Geo.Hexagons;

/// <summary>A place on the hexagonal lattice of one of the 20 faces.</summary>
/// <param name="Face">The face, 0 to 19.</param>
/// <param name="A">Steps along the i axis; the k axis, which is −i −j, is folded in.</param>
/// <param name="B">Steps along the j axis, 120° left of i.</param>
internal readonly record struct FacePoint(int Face, int A, int B)
{
    /// <summary>The smallest of the two coordinates and 0: the steps along k, negated.</summary>
    public int Fold => Math.Min(Math.Min(A, B), 0);

    /// <summary>The sum of the three non-negative coordinates i, j and k: the face ends where it is too large.</summary>
    public int Reach => A + B - 3 * Fold;

    /// <summary>The grid distance from the origin of the face.</summary>
    public int Length => Math.Max(Math.Max(A, B), 0) - Fold;

    /// <summary>The point one resolution finer, where that is odd.</summary>
    public FacePoint DownToOdd() => new(Face, 2 * A + B, 3 * B - A);

    /// <summary>The point one resolution finer, where that is even.</summary>
    public FacePoint DownToEven() => new(Face, 3 * A - B, A + 2 * B);

    /// <summary>The nearest point one resolution coarser, from an odd one.</summary>
    public FacePoint UpFromOdd() => new(Face, Seventh(3 * A - B), Seventh(A + 2 * B));

    /// <summary>The nearest point one resolution coarser, from an even one.</summary>
    public FacePoint UpFromEven() => new(Face, Seventh(2 * A + B), Seventh(3 * B - A));

    /// <summary>The point one step on in the direction of a digit.</summary>
    public FacePoint Step(int digit) => new(Face, A + StepA[digit], B + StepB[digit]);

    /// <summary>Turned by 60° counter-clockwise about the origin.</summary>
    public FacePoint TurnLeft() => new(Face, A - B, A);

    /// <summary>Turned by 60° clockwise about the origin.</summary>
    public FacePoint TurnRight() => new(Face, B, B - A);

    /// <summary>Moved by a number of steps along both axes.</summary>
    public FacePoint Plus(int a, int b) => new(Face, A + a, B + b);

    /// <summary>The digit of a step of −1, 0 or 1 along each axis.</summary>
    public static int DigitOf(int a, int b)
    {
        ReadOnlySpan<byte> digits = [1, 3, 7, 5, 0, 2, 7, 4, 6];
        return digits[(a + 1) * 3 + b + 1];
    }

    private static ReadOnlySpan<sbyte> StepA => [0, -1, 0, -1, 1, 0, 1, 0];

    private static ReadOnlySpan<sbyte> StepB => [0, -1, 1, 0, 0, -1, 1, 0];

    // The nearest integer to a seventh; the offset keeps the division unsigned, which the JIT turns into a product.
    private static int Seventh(int value) => (int)(((uint)value + 3 + 7 * Offset) / 7) - (int)Offset;

    private const uint Offset = 1 << 27;
}
