using System.Text.Json;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;

namespace Canvass.Storage.Incidents;

/// <summary>An incident as the index keeps it.</summary>
internal static class IncidentDocument
{
    /// <summary>The incident as JSON.</summary>
    public static string Write(Incident incident) => JsonSerializer.Serialize(incident, GridJson.Options);

    /// <summary>The incident from its JSON.</summary>
    public static Incident Read(string document) =>
        JsonSerializer.Deserialize<Incident>(document, GridJson.Options) ?? throw new JsonException("An incident's document is the JSON value null.");
}
