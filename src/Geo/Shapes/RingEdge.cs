using Canvass.Geo.Planes;

namespace Canvass.Geo.Shapes;

/// <summary>An edge that knows its place in its ring.</summary>
internal readonly record struct RingEdge(PlaneEdge Edge, int Ring, int Place, int PlacesInRing)
{
    public double West => Math.Min(Edge.A.EastM, Edge.B.EastM);

    public double East => Math.Max(Edge.A.EastM, Edge.B.EastM);

    /// <summary>The edges of all rings, ordered by their western ends.</summary>
    public static RingEdge[] FromWestToEast(FlatPolygon polygon)
    {
        var edges = new List<RingEdge>();
        for (var ring = 0; ring < polygon.Rings.Length; ring++)
        {
            var of = polygon.Rings[ring].Edges;
            for (var place = 0; place < of.Length; place++)
            {
                edges.Add(new(of[place], ring, place, of.Length));
            }
        }

        edges.Sort((one, other) => one.West.CompareTo(other.West));
        return [.. edges];
    }

    public bool IsFollowedBy(in RingEdge other) => Ring == other.Ring && (Place + 1) % PlacesInRing == other.Place;
}
