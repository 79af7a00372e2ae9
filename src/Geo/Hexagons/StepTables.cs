namespace Canvass.Geo.Hexagons;

// Written by tools/h3-vectors/tables.mjs; do not edit by hand.

/// <summary>One step on the lattice, digit by digit.</summary>
internal static class StepTables
{
    /// <summary>Digit × direction at an odd resolution → new digit, and from bit 3 on the step to carry to the parent.</summary>
    public static ReadOnlySpan<byte> Odd =>
    [
        0, 1, 2, 3, 4, 5, 6,
        1, 12, 3, 14, 5, 42, 0,
        2, 3, 17, 28, 6, 0, 21,
        3, 14, 28, 29, 0, 1, 2,
        4, 5, 6, 0, 34, 35, 49,
        5, 42, 0, 1, 35, 46, 4,
        6, 0, 21, 2, 49, 4, 51,
    ];

    /// <summary>The same at an even resolution.</summary>
    public static ReadOnlySpan<byte> Even =>
    [
        0, 1, 2, 3, 4, 5, 6,
        1, 10, 3, 28, 5, 14, 0,
        2, 3, 20, 21, 6, 0, 49,
        3, 28, 21, 30, 0, 1, 2,
        4, 5, 6, 0, 33, 42, 35,
        5, 14, 0, 1, 42, 43, 4,
        6, 0, 49, 2, 35, 4, 53,
    ];
}
