namespace Canvass.Contracts.Times;

// A record, as the type itself was when it first travelled: Orleans writes records in a form of their own.
/// <summary>How a <see cref="TimeWindow"/> travels between silos.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
[GenerateSerializer, Immutable, Alias("canvass.TimeWindowSurrogate")]
public readonly record struct TimeWindowSurrogate([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To);
