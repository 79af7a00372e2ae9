using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>The identifier of an H3 cell: 64 bits, written as lower-case hexadecimal.</summary>
/// <param name="value">The raw bits, as the H3 library of any language gives them.</param>
public readonly partial struct H3Index(ulong value) : IEquatable<H3Index>, IComparable<H3Index>
{
    /// <summary>The raw bits.</summary>
    public ulong Value { get; } = value;

    /// <summary>The resolution, 0 to 15.</summary>
    public int Resolution => (int)((Value >> 52) & 0xF);

    /// <inheritdoc/>
    public bool Equals(H3Index other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is H3Index other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(H3Index other) => Value.CompareTo(other.Value);

    /// <summary>Lower-case hexadecimal without leading zeros, as every H3 library writes it.</summary>
    public override string ToString() => Value.ToString("x");

    /// <summary>Whether two indexes are the same.</summary>
    public static bool operator ==(H3Index left, H3Index right) => left.Value == right.Value;

    /// <summary>Whether two indexes differ.</summary>
    public static bool operator !=(H3Index left, H3Index right) => left.Value != right.Value;

    /// <summary>Reads a valid cell from its hexadecimal text.</summary>
    /// <returns>False where the text is not hexadecimal or not a valid cell.</returns>
    public static bool TryParse(string? text, out H3Index cell) => throw new NotImplementedException();

    /// <summary>The cell of a resolution in which a position lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the position is not finite.</exception>
    public static H3Index LatLngToCell(LatLng position, int resolution) => throw new NotImplementedException();

    /// <summary>The centre of the cell.</summary>
    public LatLng CellToLatLng() => throw new NotImplementedException();

    /// <summary>The ancestor at a coarser or equal resolution.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is finer than the cell's own, or below 0.</exception>
    public H3Index CellToParent(int resolution) => throw new NotImplementedException();
}
