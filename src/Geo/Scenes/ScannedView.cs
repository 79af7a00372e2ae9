using Canvass.Geo.Planes;

namespace Canvass.Geo.Scenes;

/// <summary>A view on the plane of a scene, and the group that it was given in.</summary>
internal readonly record struct ScannedView(PlaneRegion Region, bool IsFirst);
