namespace Canvass.Geo.Hexagons;

/// <summary>A range of latitudes and longitudes in degrees.</summary>
internal readonly record struct DegreeBox(double South, double North, double West, double East)
{
    // Lattice distance from the centre of a cell to the farthest point of any descendant: (1/√7) / (1 − 1/√7), rounded up.
    private const double Reach = 0.61;

    /// <summary>Whether it holds every longitude, as around a pole.</summary>
    public bool GoesAround => double.IsInfinity(East);

    /// <summary>A box around all descendants of a cell, from its centre.</summary>
    public static DegreeBox AroundDescendants(DegreePoint centre, int resolution)
    {
        var radius = Reach * Faces.SpacingAt(resolution);
        var lat = radius * (180 / Math.PI);
        var (south, north) = (centre.Lat - lat, centre.Lat + lat);
        if (south <= -90 || north >= 90)
        {
            return new DegreeBox(south, north, double.NegativeInfinity, double.PositiveInfinity);
        }

        var lng = Math.Asin(Math.Min(1, Math.Sin(radius) / Math.Cos(centre.Lat * (Math.PI / 180)))) * (180 / Math.PI) * (1 + 1e-12);
        return new DegreeBox(south, north, centre.Lng - lng, centre.Lng + lng);
    }
}
