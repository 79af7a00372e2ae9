namespace Canvass.Contracts.Positions;

// A record, as the type itself was when it first travelled: Orleans writes records in a form of their own.
/// <summary>How a <see cref="BoundingBox"/> travels between silos.</summary>
/// <param name="West">Western longitude in degrees.</param>
/// <param name="South">Southern latitude in degrees.</param>
/// <param name="East">Eastern longitude in degrees.</param>
/// <param name="North">Northern latitude in degrees.</param>
[GenerateSerializer, Immutable, Alias("canvass.BoundingBoxSurrogate")]
public readonly record struct BoundingBoxSurrogate(
    [property: Id(0)] double West, [property: Id(1)] double South, [property: Id(2)] double East, [property: Id(3)] double North);
