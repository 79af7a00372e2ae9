namespace Canvass.Cli.Incidents;

/// <summary>The fields of an incident that a file's columns can be mapped to.</summary>
internal static class IncidentFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All { get; } =
        ["number", "source", "agency", "type", "scheme", "typeText", "priority", "status", "lng", "lat", "radiusM", "from", "to", "address",
         "reportedAt"];
}
