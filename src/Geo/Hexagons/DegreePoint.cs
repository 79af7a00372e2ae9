namespace Canvass.Geo.Hexagons;

/// <summary>A position on a plate carrée map, in degrees; the longitude may run past ±180.</summary>
internal readonly record struct DegreePoint(double Lat, double Lng);
