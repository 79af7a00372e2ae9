using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Incidents;

/// <summary>Reads areas and names what is wrong with them.</summary>
public static class AreaReader
{
    /// <summary>The area; null if its shape cannot be read, which is noted. Ranges are checked by <see cref="IncidentArea.Check"/>.</summary>
    /// <param name="geometry">A Point or a Polygon.</param>
    /// <param name="radiusM">The radius around a Point in metres; null for <see cref="IncidentArea.DefaultRadiusM"/>, and with a
    /// Polygon.</param>
    /// <param name="errors">Where the errors go, under <c>area</c> and <c>radiusM</c>.</param>
    public static IncidentArea? Read(Geometry? geometry, double? radiusM, FieldErrors errors)
    {
        switch (geometry?.Type)
        {
            case "Polygon":
                errors.Require(radiusM is null, "radiusM", $"{radiusM} does not fit a Polygon: leave it out.");
                return geometry.ReadPolygon("area", errors) is { } polygon ? IncidentArea.Of(polygon) : null;
            case "Point":
                return geometry.ReadPoint("area", errors) is { } centre
                    ? IncidentArea.Circle(centre, radiusM ?? IncidentArea.DefaultRadiusM)
                    : null;
            default:
                errors.Add(geometry is null ? "area" : "area.type", "Give a GeoJSON Point with 'radiusM', or a Polygon.");
                return null;
        }
    }
}
