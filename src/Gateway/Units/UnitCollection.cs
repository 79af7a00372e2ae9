using System.Text.Json.Serialization;
using Canvass.Contracts.Units;

namespace Canvass.Gateway.Units;

/// <summary>Responders as a GeoJSON FeatureCollection.</summary>
/// <param name="Features">The responders.</param>
public sealed record UnitCollection(IReadOnlyList<UnitFeature> Features)
{
    /// <summary>Always <c>FeatureCollection</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "FeatureCollection";

    /// <summary>Writes responders.</summary>
    public static UnitCollection Of(IReadOnlyList<UnitPosition> units) => new([.. units.Select(UnitFeature.Of)]);
}
