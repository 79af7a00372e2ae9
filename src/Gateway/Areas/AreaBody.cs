using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Canvass.Gateway.Areas;

/// <summary>Where something happened: a GeoJSON Point or Polygon.</summary>
public sealed record AreaBody
{
    /// <summary><c>Point</c> or <c>Polygon</c>.</summary>
    [Required]
    public string? Type { get; init; }

    /// <summary>Of a Point [longitude, latitude], of a Polygon its closed rings of those, in WGS 84 degrees.</summary>
    [Required]
    public JsonElement? Coordinates { get; init; }
}
