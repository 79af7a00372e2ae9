using System.Text.Json;
using Canvass.Client.Files;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Times;

namespace Canvass.Gateway.Areas;

/// <summary>Reads areas and windows and names what is wrong with them.</summary>
internal static class AreaReading
{
    /// <summary>The area; null where anything is wrong with its shape. Its ranges are not checked here.</summary>
    public static IncidentArea? Read(AreaBody? body, double? radiusM, FieldErrors errors)
    {
        var geometry = JsonSerializer.SerializeToElement(body, GridJson.Options);
        switch (body?.Type)
        {
            case "Polygon":
                errors.Require(radiusM is null, "radiusM", $"{radiusM} does not fit a Polygon: leave it out.");
                return GeoJsonGeometry.ReadPolygon(geometry, "area", errors) is { } polygon ? IncidentArea.Of(polygon) : null;
            case "Point":
                return GeoJsonGeometry.ReadPoint(geometry, "area", errors) is { } centre
                    ? IncidentArea.Circle(centre, radiusM ?? IncidentArea.DefaultRadiusM)
                    : null;
            default:
                errors.Add(body is null ? "area" : "area.type", "Give a GeoJSON Point with 'radiusM', or a Polygon.");
                return null;
        }
    }

    /// <summary>The window; null where it is not given or not whole.</summary>
    public static TimeWindow? Read(WindowBody? body, FieldErrors errors)
    {
        if (body is null)
        {
            return null;
        }

        errors.Require(body.From is not null, "window.from", "There is none: give the start of the window.");
        errors.Require(body.To is not null, "window.to", "There is none: give the end of the window.");
        return body is { From: { } from, To: { } to } ? new TimeWindow(from, to) : null;
    }
}
