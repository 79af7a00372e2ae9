namespace Canvass.Contracts.Units;

/// <summary>A position that was not taken.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Field">The field that is wrong.</param>
/// <param name="Error">What is wrong with it, and what to do.</param>
[GenerateSerializer, Immutable, Alias("canvass.PositionRejection")]
public readonly record struct PositionRejection(
    [property: Id(0)] int Index, [property: Id(1)] string Field, [property: Id(2)] string Error);
