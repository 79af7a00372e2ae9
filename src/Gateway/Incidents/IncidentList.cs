namespace Canvass.Gateway.Incidents;

/// <summary>A page of incidents, the newest report first.</summary>
/// <param name="Incidents">The incidents, without their canvasses.</param>
/// <param name="Cursor">Give it as <c>cursor</c> for the next page; absent where this is the last.</param>
public sealed record IncidentList(IReadOnlyList<IncidentAnswer> Incidents, string? Cursor);
