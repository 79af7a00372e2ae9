using Canvass.Contracts.Cameras;

namespace Canvass.Contracts.Grid;

/// <summary>A page of integrated cameras, by id.</summary>
/// <param name="Cameras">The cameras, without their stream addresses.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
[GenerateSerializer, Immutable, Alias("canvass.CameraPage")]
public sealed record CameraPage([property: Id(0)] IReadOnlyList<Camera> Cameras, [property: Id(1)] string? Next);
