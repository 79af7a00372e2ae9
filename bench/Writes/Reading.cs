namespace Canvass.Writes;

/// <summary>What was read off a contender at a number of writers.</summary>
/// <param name="PerSecond">Writes acknowledged a second.</param>
/// <param name="Median">The median of how long a writer waited for one.</param>
/// <param name="P99">The 99th hundredth of that.</param>
internal readonly record struct Reading(double PerSecond, TimeSpan Median, TimeSpan P99);
