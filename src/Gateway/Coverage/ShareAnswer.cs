using System.Text.Json.Serialization;

namespace Canvass.Gateway.Coverage;

/// <summary>What share of an area is seen, 0 to 1.</summary>
/// <param name="Integrated">By integrated cameras.</param>
/// <param name="Registered">By registered cameras; null where it cannot be told without giving a home away.</param>
/// <param name="Any">By any of those two.</param>
public sealed record ShareAnswer(
    double Integrated, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Registered, double Any);
