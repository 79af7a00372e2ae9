using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>Whether the bits are those of a cell; those of edges and corners are not.</summary>
    public bool IsValidCell
    {
        get
        {
            // Cell mode, and nothing set in the bits reserved beside it.
            if (Value >> 56 != 8)
            {
                return false;
            }

            var baseCell = Digits.BaseCellOf(Value);
            var shift = Digits.Shift(Resolution);
            var unused = (1UL << shift) - 1;
            if (baseCell >= BaseCells.Count || (Value & unused) != unused)
            {
                return false;
            }

            var used = (Value & Digits.Mask) >> shift;
            const ulong lowest = Digits.Mask / 7;
            return (used & (used >> 1) & (used >> 2) & lowest) == 0
                && !(BaseCells.IsPentagon(baseCell) && Digits.Leading(Value) == Digits.K);
        }
    }

    /// <summary>Lower-case hexadecimal without leading zeros, as every H3 library writes it.</summary>
    public override string ToString() => Value.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Reads a valid cell from its hexadecimal text.</summary>
    /// <returns>False where the text is not hexadecimal or not a valid cell.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out H3Index cell)
    {
        cell = default;
        if (!ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
        {
            return false;
        }

        var read = new H3Index(bits);
        if (!read.IsValidCell)
        {
            return false;
        }

        cell = read;
        return true;
    }

    /// <summary>Reads a valid cell from its hexadecimal text, in either case.</summary>
    /// <exception cref="FormatException">The text is not hexadecimal or not a valid cell.</exception>
    public static H3Index Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var cell)
            ? cell
            : throw new FormatException($"'{text}' is not an H3 cell; give its 15 hexadecimal digits, such as 8944c1a8d6bffff.");
    }

    private ulong Checked()
    {
        if (!IsValidCell)
        {
            ThrowInvalid();
        }

        return Value;
    }

    [DoesNotReturn]
    private void ThrowInvalid() =>
        throw new ArgumentException($"{this} is not an H3 cell; take cells from LatLngToCell, or from Parse or TryParse.");
}
