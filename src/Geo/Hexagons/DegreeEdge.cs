namespace Canvass.Geo.Hexagons;

/// <summary>A straight line between two points of a plate carrée map.</summary>
internal readonly record struct DegreeEdge(DegreePoint From, DegreePoint To)
{
    /// <summary>Whether a ray from a point towards the east crosses the line; each end belongs to one side only.</summary>
    public bool IsEastOf(DegreePoint point)
    {
        if (From.Lat > point.Lat == To.Lat > point.Lat)
        {
            return false;
        }

        return point.Lng < From.Lng + (point.Lat - From.Lat) / (To.Lat - From.Lat) * (To.Lng - From.Lng);
    }

    /// <summary>Whether two lines have a point in common, where they are not parallel.</summary>
    public bool Crosses(DegreeEdge other)
    {
        var (lat, lng) = (To.Lat - From.Lat, To.Lng - From.Lng);
        var (otherLat, otherLng) = (other.To.Lat - other.From.Lat, other.To.Lng - other.From.Lng);
        var area = otherLng * lat - otherLat * lng;
        if (area == 0)
        {
            return false;
        }

        var (gapLat, gapLng) = (From.Lat - other.From.Lat, From.Lng - other.From.Lng);
        var here = (otherLat * gapLng - otherLng * gapLat) / area;
        var there = (lat * gapLng - lng * gapLat) / area;
        return here is >= 0 and <= 1 && there is >= 0 and <= 1;
    }

    /// <summary>Whether the line has a point in common with a box.</summary>
    public bool Touches(in DegreeBox box)
    {
        if (Math.Max(From.Lat, To.Lat) < box.South || Math.Min(From.Lat, To.Lat) > box.North
            || Math.Max(From.Lng, To.Lng) < box.West || Math.Min(From.Lng, To.Lng) > box.East)
        {
            return false;
        }

        if (box.GoesAround)
        {
            return true;
        }

        // The corners of the box that are farthest to either side of the line.
        var (lat, lng) = (To.Lat - From.Lat, To.Lng - From.Lng);
        var middle = lng * ((box.South + box.North) / 2 - From.Lat) - lat * ((box.West + box.East) / 2 - From.Lng);
        return Math.Abs(middle) <= Math.Abs(lng) * (box.North - box.South) / 2 + Math.Abs(lat) * (box.East - box.West) / 2;
    }
}
