using System.Numerics;

namespace Canvass.Geo.Hexagons;

/// <summary>The bits of a cell: mode, resolution, base cell and fifteen digits of three bits, the finest lowest.</summary>
/// <remarks>Digits below the resolution are 7. Turning works on all digits at once and leaves 0 and 7 as they are.</remarks>
internal static class Digits
{
    /// <summary>The finest resolution.</summary>
    public const int MaxResolution = 15;

    /// <summary>The direction along the k axis, which pentagons lack.</summary>
    public const int K = 1;

    /// <summary>The direction between the j and k axes.</summary>
    public const int JK = 3;

    /// <summary>The direction along the i axis.</summary>
    public const int I = 4;

    /// <summary>The direction between the i and k axes.</summary>
    public const int IK = 5;

    /// <summary>All fifteen digits.</summary>
    public const ulong Mask = (1UL << 45) - 1;

    private const ulong Lowest = Mask / 7;

    /// <summary>The bits of a base cell as a cell of resolution 0.</summary>
    public static ulong BaseCell(int baseCell) => 1UL << 59 | (ulong)baseCell << 45 | Mask;

    /// <summary>The resolution, 0 to 15.</summary>
    public static int Resolution(ulong cell) => (int)(cell >> 52) & 0xF;

    /// <summary>The base cell, 0 to 121 in a valid cell.</summary>
    public static int BaseCellOf(ulong cell) => (int)(cell >> 45) & 0x7F;

    /// <summary>How far the digit of a resolution is from the right.</summary>
    public static int Shift(int resolution) => (MaxResolution - resolution) * 3;

    /// <summary>The digit at a resolution from 1 on.</summary>
    public static int At(ulong cell, int resolution) => (int)(cell >> Shift(resolution)) & 7;

    /// <summary>The bits with another resolution; the digits stay.</summary>
    public static ulong WithResolution(ulong cell, int resolution) => cell & ~(0xFUL << 52) | (ulong)resolution << 52;

    /// <summary>The bits with another base cell.</summary>
    public static ulong WithBaseCell(ulong cell, int baseCell) => cell & ~(0x7FUL << 45) | (ulong)baseCell << 45;

    /// <summary>The ancestor at a resolution not finer than the cell's own.</summary>
    public static ulong Parent(ulong cell, int resolution) =>
        WithResolution(cell, resolution) | (1UL << Shift(resolution)) - 1;

    /// <summary>The first digit that is not 0, or 0 where all are.</summary>
    public static int Leading(ulong cell)
    {
        var shift = Shift(Resolution(cell));
        var digits = (cell & Mask) >> shift << shift;
        if (digits == 0)
        {
            return 0;
        }

        var at = BitOperations.Log2(digits) / 3 * 3;
        return (int)(digits >> at) & 7;
    }

    /// <summary>Turns every digit by a number of sixths counter-clockwise, 0 to 5.</summary>
    public static ulong Turn(ulong cell, int sixths) => sixths switch
    {
        0 => cell,
        1 => TurnLeft(cell),
        2 => TurnLeft(TurnLeft(cell)),
        3 => TurnRight(TurnRight(TurnRight(cell))),
        4 => TurnRight(TurnRight(cell)),
        _ => TurnRight(cell),
    };

    /// <summary>Turns every digit by 60° counter-clockwise.</summary>
    public static ulong TurnLeft(ulong cell)
    {
        var (p, q, r) = Planes(cell);
        return cell & ~Mask | p << 2 | q << 1 | r;
    }

    /// <summary>Turns every digit by 60° clockwise.</summary>
    public static ulong TurnRight(ulong cell)
    {
        var (p, q, r) = Planes(cell);
        return cell & ~Mask | q << 2 | r << 1 | p;
    }

    /// <summary>Turns a cell of a pentagonal base cell by 60° counter-clockwise, stepping over the missing k axis.</summary>
    public static ulong TurnPentagonLeft(ulong cell)
    {
        var turned = TurnLeft(cell);
        return Leading(turned) == K ? TurnLeft(turned) : turned;
    }

    /// <summary>Turns a cell of a pentagonal base cell by 60° clockwise, stepping over the missing k axis.</summary>
    public static ulong TurnPentagonRight(ulong cell)
    {
        var turned = TurnRight(cell);
        return Leading(turned) == K ? TurnRight(turned) : turned;
    }

    /// <summary>A single digit turned by a number of sixths counter-clockwise.</summary>
    public static int TurnDigit(int digit, int sixths)
    {
        ReadOnlySpan<byte> around = [1, 5, 4, 6, 2, 3, 1, 5, 4, 6, 2, 3];
        ReadOnlySpan<byte> position = [0, 0, 4, 5, 2, 1, 3];
        return digit == 0 ? 0 : around[position[digit] + sixths];
    }

    // The ring K, IK, I, IJ, J, JK is 1, 5, 4, 6, 2, 3: both turns are permutations of these three bit planes.
    private static (ulong P, ulong Q, ulong R) Planes(ulong cell)
    {
        var low = cell & Lowest;
        var middle = cell >> 1 & Lowest;
        var high = cell >> 2 & Lowest;
        var unused = low & middle & high;
        return ((low | high) & ~middle | unused, (middle | high) & ~low | unused, (low | middle) & ~high | unused);
    }
}
