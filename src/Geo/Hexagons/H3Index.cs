namespace Canvass.Geo.Hexagons;

/// <summary>The identifier of an H3 cell: 64 bits, written as lower-case hexadecimal.</summary>
/// <remarks>
/// Any 64 bits make a value; only some are cells. What needs a cell throws <see cref="ArgumentException"/> on a value
/// for which <see cref="IsValidCell"/> is false, <c>default</c> among them. Values order by their bits, which puts the
/// descendants of a cell side by side. Results agree with the H3 library 4.5.0; methods bear the names of its API.
/// </remarks>
/// <param name="value">The raw bits, as the H3 library of any language gives them.</param>
public readonly partial struct H3Index(ulong value) : IEquatable<H3Index>, IComparable<H3Index>
{
    /// <summary>The finest resolution, with cells of about 0.9 m².</summary>
    public const int MaxResolution = Digits.MaxResolution;

    /// <summary>The raw bits.</summary>
    public ulong Value { get; } = value;

    /// <summary>The resolution, 0 to 15.</summary>
    public int Resolution => Digits.Resolution(Value);

    /// <inheritdoc/>
    public bool Equals(H3Index other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is H3Index other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(H3Index other) => Value.CompareTo(other.Value);

    /// <summary>Whether two indexes are the same.</summary>
    public static bool operator ==(H3Index left, H3Index right) => left.Value == right.Value;

    /// <summary>Whether two indexes differ.</summary>
    public static bool operator !=(H3Index left, H3Index right) => left.Value != right.Value;
}
