using Canvass.Contracts.Units;

namespace Canvass.Storage.Units;

/// <summary>Positions that came together.</summary>
/// <param name="Positions">The positions.</param>
/// <param name="Latest">The latest moment that a position could have when they came.</param>
internal sealed record UnitReport(IReadOnlyList<UnitPosition> Positions, DateTimeOffset Latest);
