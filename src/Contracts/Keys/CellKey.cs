using Canvass.Geo.Hexagons;

namespace Canvass.Contracts.Keys;

/// <summary>Names a cell grain by the hexagon that it answers for.</summary>
/// <param name="Cell">The hexagon, of the grid's cell resolution.</param>
[GenerateSerializer, Immutable, Alias("canvass.CellKey")]
public readonly record struct CellKey([property: Id(0)] H3Index Cell)
{
    private const string Prefix = "cell/";

    /// <summary>Reads the grain key text <c>cell/{h3}</c>.</summary>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static CellKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a key of the form {Prefix}{{h3}}.");

    /// <summary>Reads the grain key text <c>cell/{h3}</c>; false where the text is not such a key.</summary>
    public static bool TryParse(string? text, out CellKey key)
    {
        key = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || !H3Index.TryParse(text[Prefix.Length..], out var cell))
        {
            return false;
        }

        key = new(cell);
        return true;
    }

    /// <summary>The grain key text, <c>cell/{h3}</c>.</summary>
    public override string ToString() => Prefix + Cell;
}
