namespace Canvass.Contracts.Cameras;

/// <summary>A time in which a camera is known not to have recorded.</summary>
/// <param name="From">When it stopped; <see cref="DateTimeOffset.MinValue"/> where it was never known to record before.</param>
/// <param name="To">When it recorded again; null while it lasts.</param>
[GenerateSerializer, Immutable, Alias("canvass.Outage")]
public readonly record struct Outage([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset? To);
