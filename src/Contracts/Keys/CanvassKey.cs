using System.Globalization;

namespace Canvass.Contracts.Keys;

/// <summary>Names a canvass: the incident that it asks about, and its place among that incident's canvasses.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Ordinal">1 for the incident's first canvass, and so on.</param>
[GenerateSerializer, Immutable, Alias("canvass.CanvassKey")]
public readonly record struct CanvassKey([property: Id(0)] IncidentKey Incident, [property: Id(1)] int Ordinal)
{
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

    /// <inheritdoc cref="Id"/>
    public override string ToString() => Id;
}
