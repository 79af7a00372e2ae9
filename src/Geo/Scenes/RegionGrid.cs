using System.Runtime.InteropServices;
using Canvass.Geo.Planes;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Scenes;

/// <summary>Regions sorted into the squares of a grid, to be asked for many points which of them contain it.</summary>
internal sealed class RegionGrid
{
    private const int PointsPerSquare = 64;
    private const int MostSquaresPerSide = 64;

    private readonly PlaneBox _extent;
    private readonly int _side;
    private readonly List<PlaneRegion> _regions = [];
    private readonly List<int>?[] _squares;

    /// <param name="bounds">Where the points lie.</param>
    /// <param name="points">About how many points will be asked for.</param>
    public RegionGrid(PlaneBox bounds, int points)
    {
        _extent = bounds;
        _side = Math.Clamp((int)Math.Sqrt(points / PointsPerSquare), 1, MostSquaresPerSide);
        _squares = new List<int>?[_side * _side];
    }

    /// <summary>Adds a region.</summary>
    public void Add(in PlaneRegion region)
    {
        if (!region.Extent.Overlaps(_extent))
        {
            return;
        }

        var (west, east) = (Column(region.Extent.West), Column(region.Extent.East));
        var (south, north) = (Row(region.Extent.South), Row(region.Extent.North));
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
        if (_squares[SquareOf(point)] is not { } indexes)
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

    private int SquareOf(LocalPoint point) => (Row(point.NorthM) * _side) + Column(point.EastM);

    private int Column(double eastM) => Step(eastM, _extent.West, _extent.East);

    private int Row(double northM) => Step(northM, _extent.South, _extent.North);

    private int Step(double value, double from, double to) =>
        (int)Math.Clamp((value - from) / (to - from) * _side, 0, _side - 1);
}
