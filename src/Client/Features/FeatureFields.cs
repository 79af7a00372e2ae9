using System.Text.Json;
using Canvass.Client.Mapping;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Features;

/// <summary>The fields of a camera in a GeoJSON Feature.</summary>
internal sealed class FeatureFields
{
    private readonly JsonElement _feature;
    private readonly JsonElement _properties;
    private readonly CameraMap _map;

    public FeatureFields(JsonElement feature, CameraMap map, FieldErrors errors)
    {
        _feature = feature;
        _map = map;
        Geometry = feature.TryGetProperty("geometry", out var geometry) ? geometry : default;
        if (feature.TryGetProperty("properties", out _properties)
            && _properties.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            errors.Add("properties", $"{Excerpt.Of(_properties.GetRawText())} is no object: give the camera's properties.");
        }
    }

    /// <summary>The geometry; undefined where there is none.</summary>
    public JsonElement Geometry { get; }

    /// <summary>What the feature holds for a field: the mapped property, else the one of the field's name, else the constant.</summary>
    public FieldValue Get(string field)
    {
        var value = _map.Columns.TryGetValue(field, out var column)
            ? FieldValue.OfForeign(Property(column))
            : FieldValue.Of(field == "id" && _feature.TryGetProperty("id", out var id) ? id : Property(field));
        return value.IsAbsent && _map.Constants.TryGetValue(field, out var constant) ? FieldValue.Of(constant) : value;
    }

    private JsonElement Property(string name) =>
        _properties.ValueKind == JsonValueKind.Object && _properties.TryGetProperty(name, out var property) ? property : default;
}
