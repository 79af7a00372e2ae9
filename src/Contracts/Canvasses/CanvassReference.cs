using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Canvasses;

/// <summary>A canvass of an incident.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">Its state.</param>
[GenerateSerializer, Immutable, Alias("canvass.CanvassReference")]
public readonly record struct CanvassReference([property: Id(0)] CanvassKey Key, [property: Id(1)] CanvassState State);
