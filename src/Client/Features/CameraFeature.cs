using System.Text.Json;
using Canvass.Client.Mapping;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Shapes;

namespace Canvass.Client.Features;

/// <summary>Reads and writes cameras as GeoJSON Features.</summary>
public static class CameraFeature
{
    private const string RootField = "feature";

    /// <summary>Writes a camera as a feature; its stream address is left out.</summary>
    public static Feature<CameraProperties> Of(Camera camera) =>
        new(camera.Key.Id, PointGeometry.Of(camera.Position), CameraProperties.Of(camera));

    /// <summary>Reads and checks a camera. Unknown members are ignored; everything that is wrong is named at once.</summary>
    /// <param name="feature">The GeoJSON Feature.</param>
    /// <param name="id">The camera's id, where it is known from elsewhere and the feature's own does not count; null otherwise.</param>
    /// <param name="map">Which property is which field; null for <see cref="CameraMap.Identity"/>.</param>
    public static ParsedCamera Read(JsonElement feature, string? id = null, CameraMap? map = null)
    {
        var errors = new FieldErrors();
        try
        {
            return Read(feature, id, map ?? CameraMap.Identity, errors);
        }
        catch (InvalidOperationException)
        {
            // The only such failure of an element whose kind was checked: a text with half of a surrogate pair.
            return Refused(errors, "A text holds a Unicode escape that stands for no character: write it in UTF-8.");
        }
    }

    private static ParsedCamera Read(JsonElement feature, string? id, CameraMap map, FieldErrors errors)
    {
        if (feature.ValueKind != JsonValueKind.Object)
        {
            return Refused(errors, $"{Excerpt.Of(feature.GetRawText())} is no object: give a GeoJSON Feature.");
        }

        if (!feature.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("Feature"))
        {
            var shown = type.ValueKind == JsonValueKind.Undefined ? "There is none" : Excerpt.Of(type.GetRawText());
            errors.Add("type", $"{shown}: give \"Feature\".");
        }

        var fields = new FeatureFields(feature, map, errors);
        var ownId = fields.Get("id").Id("id", errors) is { } given ? map.IdPrefix + given : null;
        var position = GeometryReader.ReadPoint(fields.Geometry, "geometry", errors);
        var view = fields.Get("view");
        Polygon? polygon = view.IsAbsent ? null : GeometryReader.ReadPolygon(view.Json, "properties.view", errors);
        return new CameraFieldReader(fields.Get, errors).Read(id ?? ownId, ownId, position, polygon);
    }

    private static ParsedCamera Refused(FieldErrors errors, string message)
    {
        errors.Add(RootField, message);
        return new(null, null, Excerpt.Of(errors), new Dictionary<string, string[]>());
    }
}
