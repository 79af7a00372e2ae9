using System.Text.Json.Serialization;
using Canvass.Client.Files;
using Canvass.Contracts.Grid;

namespace Canvass.Gateway.Cameras;

/// <summary>A page of integrated cameras as a GeoJSON FeatureCollection.</summary>
/// <param name="Features">The cameras, by id.</param>
/// <param name="Cursor">Give it as <c>cursor</c> for the next page; absent where this is the last.</param>
public sealed record CameraCollection(IReadOnlyList<CameraFeature> Features, string? Cursor)
{
    /// <summary>Always <c>FeatureCollection</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "FeatureCollection";

    /// <summary>Writes a page.</summary>
    public static CameraCollection Of(CameraPage page) => new([.. page.Cameras.Select(CameraFeature.Of)], page.Next);
}
