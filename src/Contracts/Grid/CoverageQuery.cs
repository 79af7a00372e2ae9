using Canvass.Contracts.Incidents;
using Canvass.Contracts.Times;

namespace Canvass.Contracts.Grid;

/// <summary>An area and a window to be asked about without an incident.</summary>
/// <param name="Area">Where.</param>
/// <param name="Window">When; null asks about the area alone.</param>
[GenerateSerializer, Immutable, Alias("canvass.CoverageQuery")]
public sealed record CoverageQuery([property: Id(0)] IncidentArea Area, [property: Id(1)] TimeWindow? Window);
