using System.Text.Json;
using System.Text.Json.Serialization;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;

namespace Canvass.Contracts.Json;

/// <summary>How the grid writes its values as JSON, in storage and over HTTP: keys and cells as texts, positions and polygons as GeoJSON
/// coordinates, times in UTC, enumerations and properties in camel case, nothing where there is null.</summary>
public static class GridJson
{
    /// <summary>The options; read-only and shared.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Adds the grid's converters and conventions to other options.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new LatLngConverter());
        options.Converters.Add(new PolygonConverter());
        options.Converters.Add(new TextConverter<H3Index>(cell => cell.ToString(),
            text => H3Index.TryParse(text, out var cell) ? cell : throw new FormatException($"'{text}' is not an H3 cell.")));
        options.Converters.Add(new TextConverter<CameraKey>(key => key.Id, id => new CameraKey(id)));
        options.Converters.Add(new TextConverter<OwnerKey>(key => key.Id, id => new OwnerKey(id)));
        options.Converters.Add(new TextConverter<IncidentKey>(key => key.Id,
            id => IncidentKey.TryParseId(id, out var key) ? key : throw new FormatException($"'{id}' is not 'source:number'.")));
        options.Converters.Add(new TextConverter<CanvassKey>(key => key.Id,
            id => CanvassKey.TryParseId(id, out var key) ? key : throw new FormatException($"'{id}' is not 'source:number:ordinal'.")));
        options.Converters.Add(new TextConverter<Bucket>(bucket => bucket.Text, text => new Bucket(text)));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
