namespace Canvass.Storage.Cameras;

/// <summary>The order of texts by code points, which is how databases order them by their UTF-8 bytes. It differs from
/// <see cref="StringComparer.Ordinal"/> where surrogate pairs meet characters from U+E000 on.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    /// <summary>The order; shared.</summary>
    public static readonly CodePointOrder Instance = new();

    private CodePointOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? y is null ? 0 : -1 : 1;
        }

        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }

        // A surrogate stands for a code point above all that a single character can.
        var (left, right) = (x[common], y[common]);
        return char.IsSurrogate(left) == char.IsSurrogate(right) ? left.CompareTo(right) : char.IsSurrogate(left) ? 1 : -1;
    }
}
