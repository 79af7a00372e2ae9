namespace Canvass.Grains.Incidents;

/// <summary>A place in the list of incidents.</summary>
/// <param name="ReportedAt">The row's report time.</param>
/// <param name="Id">The row's incident id.</param>
public readonly record struct IncidentRowPosition(DateTimeOffset ReportedAt, string Id);
