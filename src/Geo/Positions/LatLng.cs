namespace Canvass.Geo.Positions;

/// <summary>A position on the earth in WGS 84 degrees.</summary>
/// <param name="LatDeg">Latitude in degrees, −90 to 90, north positive.</param>
/// <param name="LngDeg">Longitude in degrees, −180 to 180, east positive.</param>
public readonly record struct LatLng(double LatDeg, double LngDeg);
