using System.Text.Json;
using Canvass.Client.Files;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;

namespace Canvass.Gateway.Areas;

/// <summary>Where something happened: a GeoJSON Point or Polygon.</summary>
/// <param name="Type"><c>Point</c> or <c>Polygon</c>.</param>
/// <param name="Coordinates">Of a Point [longitude, latitude], of a Polygon its closed rings of those, in WGS 84 degrees.</param>
public sealed record AreaAnswer(string Type, JsonElement Coordinates)
{
    /// <summary>Writes an area.</summary>
    public static AreaAnswer Of(IncidentArea area) => area.Polygon is { } polygon
        ? new("Polygon", JsonSerializer.SerializeToElement(PolygonGeometry.Of(polygon).Coordinates, GridJson.Options))
        : new("Point", JsonSerializer.SerializeToElement(area.Centre, GridJson.Options));
}
