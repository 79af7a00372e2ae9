namespace Canvass.Contracts.Keys;

/// <summary>Names an incident and its grain: the system that reported it, and its number there.</summary>
/// <param name="Source">The reporting system, for example <c>apd-cad</c>; an <see cref="Identifier"/> without ':' and '/'.</param>
/// <param name="Number">The incident's number in that system; an <see cref="Identifier"/>.</param>
[GenerateSerializer, Immutable, Alias("canvass.IncidentKey")]
public readonly record struct IncidentKey([property: Id(0)] string Source, [property: Id(1)] string Number)
{
    private const string Prefix = "inc/";

    /// <summary>The id that the HTTP API uses: <c>source:number</c>.</summary>
    public string Id => $"{Source}:{Number}";

    /// <summary>Whether a source is an identifier that keeps keys and ids unambiguous.</summary>
    public static bool IsValidSource(string? source) =>
        source is not null && Identifier.IsValid(source) && source.AsSpan().IndexOfAny(':', '/') < 0;

    /// <summary>Reads the grain key text <c>inc/{source}/{number}</c>.</summary>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static IncidentKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a key of the form {Prefix}{{source}}/{{number}}.");

    /// <summary>Reads the grain key text <c>inc/{source}/{number}</c>; false where the text is not such a key.</summary>
    public static bool TryParse(string? text, out IncidentKey key)
    {
        key = default;
        return text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && TrySplit(text[Prefix.Length..], '/', out key);
    }

    /// <summary>Reads an id of the form <c>source:number</c>; false where the text is not such an id.</summary>
    public static bool TryParseId(string? id, out IncidentKey key)
    {
        key = default;
        return id is not null && TrySplit(id, ':', out key);
    }

    /// <summary>The grain key text, <c>inc/{source}/{number}</c>.</summary>
    public override string ToString() => $"{Prefix}{Source}/{Number}";

    private static bool TrySplit(string text, char separator, out IncidentKey key)
    {
        key = default;
        var at = text.IndexOf(separator);
        if (at < 0 || !IsValidSource(text[..at]) || !Identifier.IsValid(text.AsSpan(at + 1)))
        {
            return false;
        }

        key = new(text[..at], text[(at + 1)..]);
        return true;
    }
}
