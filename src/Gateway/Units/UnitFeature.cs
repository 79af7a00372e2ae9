using System.Text.Json.Serialization;
using Canvass.Client.Files;
using Canvass.Contracts.Units;

namespace Canvass.Gateway.Units;

/// <summary>A responder as a GeoJSON Feature.</summary>
/// <param name="Id">Agency and call sign, <c>agency/callSign</c>.</param>
/// <param name="Geometry">Where the responder was last.</param>
/// <param name="Properties">What is known.</param>
public sealed record UnitFeature(string Id, PointGeometry Geometry, UnitProperties Properties)
{
    /// <summary>Always <c>Feature</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Feature";

    /// <summary>Writes a responder's last position.</summary>
    public static UnitFeature Of(UnitPosition unit) =>
        new($"{unit.Agency}/{unit.CallSign}", PointGeometry.Of(unit.Position), UnitProperties.Of(unit));
}
