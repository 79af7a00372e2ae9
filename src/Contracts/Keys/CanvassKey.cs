using System.Globalization;

namespace Canvass.Contracts.Keys;

/// <summary>Names a canvass: the incident that it asks about, and its place among that incident's canvasses.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Ordinal">1 for the incident's first canvass, and so on.</param>
[GenerateSerializer, Immutable, Alias("canvass.CanvassKey")]
public readonly record struct CanvassKey([property: Id(0)] IncidentKey Incident, [property: Id(1)] int Ordinal)
{
    private const string Prefix = "can/";

    /// <summary>The id that the HTTP API uses: <c>source:number:ordinal</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Incident.Id}:{Ordinal}");

    /// <summary>Reads an id of the form <c>source:number:ordinal</c>; false where the text is not such an id.</summary>
    public static bool TryParseId(string? id, out CanvassKey key)
    {
        key = default;
        var at = id?.LastIndexOf(':') ?? -1;
        if (at < 0 || !IncidentKey.TryParseId(id![..at], out var incident)
            || !int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) || ordinal < 1)
        {
            return false;
        }

        key = new(incident, ordinal);
        return true;
    }

    /// <summary>Reads the grain key text <c>can/{source}/{number}/{ordinal}</c>.</summary>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static CanvassKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException($"'{text}' is not a key of the form {Prefix}{{source}}/{{number}}/{{ordinal}}.");

    /// <summary>Reads the grain key text <c>can/{source}/{number}/{ordinal}</c>; false if the text is not such a key.</summary>
    public static bool TryParse(string? text, out CanvassKey key)
    {
        key = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        // A number may contain slashes; the ordinal comes after the last one.
        var (source, end) = (text.IndexOf('/', Prefix.Length), text.LastIndexOf('/'));
        return source >= 0 && end > source
            && TryParseId($"{text[Prefix.Length..source]}:{text[(source + 1)..end]}:{text[(end + 1)..]}", out key);
    }

    /// <summary>The grain key text, <c>can/{source}/{number}/{ordinal}</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Incident.Source}/{Incident.Number}/{Ordinal}");
}
