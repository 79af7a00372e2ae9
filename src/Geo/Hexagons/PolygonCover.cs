using System.Runtime.InteropServices;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Hexagons;

/// <summary>Finds the cells of a polygon from the coarsest resolution down, following only the edges near a cell.</summary>
internal sealed class PolygonCover(DegreePolygon polygon, int resolution, PolygonContainment containment)
{
    private readonly H3Index _first = H3Index.LatLngToCell(new LatLng(polygon.FirstCorner.Lat, polygon.FirstCorner.Lng), resolution);
    private readonly List<H3Index> _cells = [];

    // A stack of edge numbers: each cell on the way down has those that may touch its descendants.
    private readonly List<int> _edges = [.. Enumerable.Range(0, polygon.Edges.Length)];

    /// <summary>The cells in ascending order.</summary>
    public H3Index[] Find()
    {
        foreach (var cell in H3Index.GetRes0Cells())
        {
            Descend(cell, 0, polygon.Edges.Length);
        }

        return [.. _cells];
    }

    private void Descend(H3Index cell, int start, int end)
    {
        var centre = polygon.Align(H3Index.Centre(cell.Value).ToLatLng());
        var box = DegreeBox.AroundDescendants(centre, cell.Resolution);
        for (var at = start; at < end; at++)
        {
            if (polygon.Edges[_edges[at]].Touches(box))
            {
                _edges.Add(_edges[at]);
            }
        }

        var near = _edges.Count - end;
        if (near == 0)
        {
            // Without an edge nearby, all of it is in or all of it is out.
            if (polygon.Contains(centre))
            {
                AddDescendants(cell);
            }
        }
        else if (cell.Resolution < resolution)
        {
            Span<H3Index> children = stackalloc H3Index[7];
            foreach (var child in children[..cell.CellToChildren(cell.Resolution + 1, children)])
            {
                Descend(child, end, end + near);
            }
        }
        else if (Counts(cell, centre, CollectionsMarshal.AsSpan(_edges).Slice(end, near)))
        {
            _cells.Add(cell);
        }

        CollectionsMarshal.SetCount(_edges, end);
    }

    private void AddDescendants(H3Index cell)
    {
        var at = _cells.Count;
        var count = at + cell.CellToChildrenSize(resolution);
        if (count > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The polygon has more than {Array.MaxLength} cells of resolution {resolution}; take a coarser one.", nameof(resolution));
        }

        CollectionsMarshal.SetCount(_cells, (int)count);
        cell.CellToChildren(resolution, CollectionsMarshal.AsSpan(_cells)[at..]);
    }

    private bool Counts(H3Index cell, DegreePoint centre, ReadOnlySpan<int> edges)
    {
        if (containment == PolygonContainment.Centre)
        {
            return polygon.Contains(centre);
        }

        // By the position, not by the outline on the map: this is what the reference library asks, too.
        if (containment == PolygonContainment.Overlapping && (polygon.Contains(centre) || cell == _first))
        {
            return true;
        }

        var outline = new CellOutline(cell, centre);
        // The cell of a pole goes all the way around, so that any turn of longitudes may meet the polygon.
        var turns = outline.IsPolar ? 1 : 0;
        for (var turn = -turns; turn <= turns; turn++)
        {
            if (Intersects(outline.Points(turn * 360.0), edges))
            {
                return containment == PolygonContainment.Overlapping;
            }
        }

        return containment == PolygonContainment.Full && polygon.Contains(outline.Points(0)[0]);
    }

    // Whether the outline of a cell meets an edge, or a hole lies inside it.
    private bool Intersects(ReadOnlySpan<DegreePoint> outline, ReadOnlySpan<int> edges)
    {
        var from = outline[^1];
        foreach (var to in outline)
        {
            var side = new DegreeEdge(from, to);
            foreach (var edge in edges)
            {
                if (polygon.Edges[edge].Crosses(side))
                {
                    return true;
                }
            }

            from = to;
        }

        return polygon.HasHoleIn(outline);
    }
}
