using Canvass.Grains.Storage;

namespace Canvass.Grains.Incidents;

/// <summary>Writes an incident's row in the index, unless a newer one is there.</summary>
/// <param name="Row">The row.</param>
public sealed record IndexIncident(IncidentRow Row) : Effect;
