using Canvass.Contracts.Keys;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Coverage;

/// <summary>An integrated camera that sees an area.</summary>
/// <param name="Key">Its name in the grid.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="DistanceM">How far it stands from the area's centre, in metres.</param>
[GenerateSerializer, Immutable, Alias("canvass.CameraInView")]
public sealed record CameraInView(
    [property: Id(0)] CameraKey Key, [property: Id(1)] string? Name, [property: Id(2)] LatLng Position, [property: Id(3)] double DistanceM);
