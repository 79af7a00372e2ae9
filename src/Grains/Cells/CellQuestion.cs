using Canvass.Contracts.Incidents;
using Canvass.Contracts.Times;

namespace Canvass.Grains.Cells;

/// <summary>What a cell is asked.</summary>
/// <param name="Area">Where.</param>
/// <param name="Window">When; null where only the place matters.</param>
/// <param name="Now">The moment by which footage is judged, the same for all cells of a question.</param>
/// <param name="HomesArea">Where homes are looked for; null, as in every question of coverage: registered views are not touched.</param>
[GenerateSerializer, Immutable, Alias("canvass.CellQuestion")]
internal sealed record CellQuestion(
    [property: Id(0)] IncidentArea Area, [property: Id(1)] TimeWindow? Window, [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] IncidentArea? HomesArea = null);
