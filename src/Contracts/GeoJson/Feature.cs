using System.Text.Json.Serialization;

namespace Canvass.Contracts.GeoJson;

/// <summary>Something at a place, as a GeoJSON Feature.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Geometry">Where it is.</param>
/// <param name="Properties">What is known of it.</param>
public sealed record Feature<TProperties>(string Id, PointGeometry Geometry, TProperties Properties)
{
    /// <summary>Always <c>Feature</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Feature";
}
