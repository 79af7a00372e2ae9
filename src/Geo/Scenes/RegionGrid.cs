using System.Runtime.InteropServices;
using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Scenes;

/// <summary>Regions sorted into the squares of a grid, to be asked for many points whether any of them contains it.</summary>
internal sealed class RegionGrid
{
    private const int PointsPerSquare = 64;
    private const int MostSquaresPerSide = 16;

    private readonly PlaneBox _bounds;
    private readonly int _side;
    private readonly List<PlaneRegion> _regions = [];
    private readonly List<int>?[] _squares;

    /// <param name="bounds">Where the points lie.</param>
    /// <param name="points">About how many points will be asked for.</param>
    public RegionGrid(PlaneBox bounds, int points)
    {
        _bounds = bounds;
        _side = Math.Clamp((int)Math.Sqrt(points / PointsPerSquare), 1, MostSquaresPerSide);
        _squares = new List<int>?[_side * _side];
    }

    public void Add(in PlaneRegion region)
    {
        if (!region.Bounds.Overlaps(_bounds))
        {
            return;
        }

        var (west, east) = (Column(region.Bounds.West), Column(region.Bounds.East));
        var (south, north) = (Row(region.Bounds.South), Row(region.Bounds.North));
        for (var row = south; row <= north; row++)
        {
            for (var column = west; column <= east; column++)
            {
                (_squares[(row * _side) + column] ??= []).Add(_regions.Count);
            }
        }

        _regions.Add(region);
    }

    public bool Contains(LocalPoint point)
    {
        if (_squares[(Row(point.NorthM) * _side) + Column(point.EastM)] is not { } indexes)
        {
            return false;
        }

        var regions = CollectionsMarshal.AsSpan(_regions);
        foreach (var index in indexes)
        {
            if (regions[index].Contains(point))
            {
                return true;
            }
        }

        return false;
    }

    private int Column(double eastM) => Step(eastM, _bounds.West, _bounds.East);

    private int Row(double northM) => Step(northM, _bounds.South, _bounds.North);

    private int Step(double value, double from, double to) =>
        (int)Math.Clamp((value - from) / (to - from) * _side, 0, _side - 1);
}
