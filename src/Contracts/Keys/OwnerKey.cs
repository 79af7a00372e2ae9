namespace Canvass.Contracts.Keys;

/// <summary>Names the person or organisation that decides about a camera's footage, and its grain.</summary>
/// <param name="Id">The owner's id; see <see cref="Identifier"/>.</param>
[GenerateSerializer, Immutable, Alias("canvass.OwnerKey")]
public readonly record struct OwnerKey([property: Id(0)] string Id)
{
    private const string Prefix = "own/";

    /// <summary>Reads the grain key text <c>own/{id}</c>.</summary>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static OwnerKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a key of the form {Prefix}{{id}}.");

    /// <summary>Reads the grain key text <c>own/{id}</c>; false where the text is not such a key.</summary>
    public static bool TryParse(string? text, out OwnerKey key)
    {
        var fits = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && Identifier.IsValid(text.AsSpan(Prefix.Length));
        key = fits ? new(text![Prefix.Length..]) : default;
        return fits;
    }

    /// <summary>The grain key text, <c>own/{id}</c>.</summary>
    public override string ToString() => Prefix + Id;
}
