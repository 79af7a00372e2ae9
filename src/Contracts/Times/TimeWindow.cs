namespace Canvass.Contracts.Times;

/// <summary>A span of time, in UTC.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end, at or after <paramref name="From"/>.</param>
[GenerateSerializer, Immutable, Alias("canvass.TimeWindow")]
public readonly record struct TimeWindow([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To);
