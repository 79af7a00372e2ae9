using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Incidents;

// A record, as the type itself was when it first travelled: Orleans writes records in a form of their own.
/// <summary>How an <see cref="IncidentArea"/> travels between silos.</summary>
/// <param name="Centre">The circle's centre; null for a polygon.</param>
/// <param name="RadiusM">The circle's radius in metres.</param>
/// <param name="Polygon">The polygon; null for a circle.</param>
[GenerateSerializer, Immutable, Alias("canvass.IncidentAreaSurrogate")]
public readonly record struct IncidentAreaSurrogate(
    [property: Id(0)] LatLng? Centre, [property: Id(1)] double RadiusM, [property: Id(2)] Polygon? Polygon);
