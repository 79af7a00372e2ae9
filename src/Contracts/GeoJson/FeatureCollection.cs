using System.Text.Json.Serialization;

namespace Canvass.Contracts.GeoJson;

/// <summary>Features, as a GeoJSON FeatureCollection.</summary>
/// <param name="Features">The features.</param>
/// <param name="Cursor">Give it as <c>cursor</c> for the next page; absent if this is the last page, or the whole.</param>
public sealed record FeatureCollection<TProperties>(IReadOnlyList<Feature<TProperties>> Features, string? Cursor = null)
{
    /// <summary>Always <c>FeatureCollection</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "FeatureCollection";
}
