using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Incidents;

/// <summary>Appends an event to an incident's timeline.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Event">The event.</param>
public sealed record AppendEvent(IncidentKey Incident, IncidentEvent Event) : Effect;
