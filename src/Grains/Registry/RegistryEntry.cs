namespace Canvass.Grains.Registry;

/// <summary>A camera's row in the registry.</summary>
/// <param name="State">The row.</param>
/// <param name="Revision">Its revision: every write gives a higher one than the registry ever gave.</param>
[GenerateSerializer, Immutable, Alias("canvass.RegistryEntry")]
public sealed record RegistryEntry([property: Id(0)] CameraState State, [property: Id(1)] long Revision);
