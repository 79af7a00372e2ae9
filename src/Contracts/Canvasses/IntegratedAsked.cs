namespace Canvass.Contracts.Canvasses;

/// <summary>The owners of integrated cameras that a canvass asks. These are exact: integrated cameras are public to officers.</summary>
/// <param name="Owners">How many owners.</param>
/// <param name="Cameras">How many cameras they have that saw the area.</param>
/// <param name="FirstOverwriteAt">When the first of their footage is overwritten; null if there is none.</param>
[GenerateSerializer, Immutable, Alias("canvass.IntegratedAsked")]
public readonly record struct IntegratedAsked(
    [property: Id(0)] int Owners, [property: Id(1)] int Cameras, [property: Id(2)] DateTimeOffset? FirstOverwriteAt);
