namespace Canvass.Geo.Scenes;

/// <summary>The shares of an area, 0 to 1, that two groups of views see.</summary>
/// <param name="First">The share in the union of the first group.</param>
/// <param name="Second">The share in the union of the second group.</param>
/// <param name="Either">The share in the union of both groups.</param>
public readonly record struct UnionShares(double First, double Second, double Either);
