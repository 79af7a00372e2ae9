using Canvass.Contracts.Incidents;
using Canvass.Geo.Positions;

namespace Canvass.Grains.Incidents;

/// <summary>An incident's row in the index.</summary>
/// <param name="Incident">The incident, without its canvasses.</param>
/// <param name="Centre">The centre of its area.</param>
/// <param name="Revision">Rises with every change of the incident; the row with the higher one is the newer.</param>
public sealed record IncidentRow(Incident Incident, LatLng Centre, long Revision);
