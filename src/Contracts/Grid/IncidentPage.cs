using Canvass.Contracts.Incidents;

namespace Canvass.Contracts.Grid;

/// <summary>A page of incidents, the newest report first.</summary>
/// <param name="Incidents">The incidents, without their canvasses.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
[GenerateSerializer, Immutable, Alias("canvass.IncidentPage")]
public sealed record IncidentPage([property: Id(0)] IReadOnlyList<Incident> Incidents, [property: Id(1)] string? Next);
