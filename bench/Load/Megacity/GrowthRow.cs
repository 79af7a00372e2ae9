using Canvass.Load.Measuring;

namespace Canvass.Load.Megacity;

/// <summary>What coverage costs in a city of a size.</summary>
/// <param name="Cameras">The number of cameras.</param>
/// <param name="AreaKm2">The area in square kilometres.</param>
/// <param name="NamedEach">How many cameras an answer names, on average.</param>
/// <param name="Again">The times of questions about the same places again and again.</param>
/// <param name="Anew">The times of questions about another place each.</param>
/// <param name="Wrong">What was wrong with answers.</param>
internal sealed record GrowthRow(
    int Cameras, double AreaKm2, double NamedEach, LatencySummary Again, LatencySummary Anew, IReadOnlyList<string> Wrong);
