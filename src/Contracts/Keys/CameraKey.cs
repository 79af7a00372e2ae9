namespace Canvass.Contracts.Keys;

/// <summary>Names a camera and its grain.</summary>
/// <param name="Id">The camera's id as its source gives it, for example <c>gdot:cctv_9089</c>; see <see cref="Identifier"/>.</param>
[GenerateSerializer, Immutable, Alias("canvass.CameraKey")]
public readonly record struct CameraKey([property: Id(0)] string Id)
{
    private const string Prefix = "cam/";

    /// <summary>Reads the grain key text <c>cam/{id}</c>.</summary>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static CameraKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a key of the form {Prefix}{{id}}.");

    /// <summary>Reads the grain key text <c>cam/{id}</c>; false where the text is not such a key.</summary>
    public static bool TryParse(string? text, out CameraKey key)
    {
        var fits = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && Identifier.IsValid(text.AsSpan(Prefix.Length));
        key = fits ? new(text![Prefix.Length..]) : default;
        return fits;
    }

    /// <summary>The grain key text, <c>cam/{id}</c>.</summary>
    public override string ToString() => Prefix + Id;
}
