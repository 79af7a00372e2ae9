using Canvass.Contracts.Cameras;
using Canvass.Demo.Randomness;
using Canvass.Geo.Positions;
using Canvass.Load.Import;

namespace Canvass.Load.Megacity;

/// <summary>
/// A synthetic city of any number of cameras. It is made of square tiles of about 3.3 km with about 2,175 cameras each. Two thirds of
/// a tile's cameras stand around its middle, the others anywhere in it. So cities of different sizes differ in area and not in density:
/// 204 cameras per square kilometre, as in <see cref="MetroCameras"/>. A camera is a function of its number, so none is kept. Cameras
/// with consecutive numbers stand in different tiles.
/// </summary>
internal sealed class TiledCity
{
    private const double CamerasATile = 2_175;
    private const double CamerasASquareMetre = 204e-6;
    private const double SpreadOfTile = 0.25;

    // Apart from the numbers from which the other properties of cameras are drawn.
    private const ulong PositionSeed = 1UL << 40;

    private static readonly LocalPlane Plane = new(new(33.749, -84.388));
    private readonly int _tiles;
    private readonly int _columns;
    private readonly double _tileM;

    /// <param name="count">The number of cameras.</param>
    public TiledCity(int count)
    {
        Count = count;
        _tiles = Math.Max(1, (int)Math.Round(count / CamerasATile));
        _columns = (int)Math.Ceiling(Math.Sqrt(_tiles));
        _tileM = Math.Sqrt(count / (_tiles * CamerasASquareMetre));
    }

    /// <summary>The number of cameras.</summary>
    public int Count { get; }

    /// <summary>The city's area in square kilometres.</summary>
    public double AreaKm2 => _tiles * _tileM * _tileM / 1e6;

    private int Rows => (_tiles + _columns - 1) / _columns;

    /// <summary>The camera of a number.</summary>
    public Camera At(int number) => MetroCameras.At(number) with { Position = Place(number % _tiles, new(PositionSeed + (ulong)number)) };

    /// <summary>A place to ask about, as likely to be dense as a camera's. In cities of different sizes, the same number means the same
    /// place within a tile.</summary>
    public LatLng AskedAt(int number)
    {
        var draw = new SplitMix64(~(ulong)number);
        return Place(draw.Below(_tiles), draw);
    }

    /// <summary>The centres of circles that together cover the city and a margin around it.</summary>
    /// <param name="radiusM">The radius of the circles in metres.</param>
    /// <param name="marginM">The margin in metres.</param>
    public IEnumerable<LatLng> Covering(double radiusM, double marginM)
    {
        // The corners of a square of this side lie within the radius of its middle.
        var stepM = 0.95 * radiusM * Math.Sqrt(2);
        var (widthM, heightM) = ((_columns * _tileM) + (2 * marginM), (Rows * _tileM) + (2 * marginM));
        for (var east = 0; east < Math.Ceiling(widthM / stepM); east++)
        {
            for (var north = 0; north < Math.Ceiling(heightM / stepM); north++)
            {
                yield return Plane.ToPosition(new(((east + 0.5) * stepM) - (widthM / 2), ((north + 0.5) * stepM) - (heightM / 2)));
            }
        }
    }

    private LatLng Place(int tile, SplitMix64 draw)
    {
        var (east, north) = draw.Below(3) == 0 ? (draw.Between(0, 1), draw.Between(0, 1)) : AroundTheMiddle(draw);
        var position = Plane.ToPosition(new(
            ((tile % _columns) + east - (_columns / 2.0)) * _tileM, ((tile / _columns) + north - (Rows / 2.0)) * _tileM));
        return new(Math.Round(position.LatDeg, 6), Math.Round(position.LngDeg, 6));
    }

    /// <summary>By Box and Muller's method. What falls out of the tile on one side comes in on the other.</summary>
    private static (double East, double North) AroundTheMiddle(SplitMix64 draw)
    {
        var distance = SpreadOfTile * Math.Sqrt(-2 * Math.Log(1 - draw.Between(0, 1)));
        var (sin, cos) = Math.SinCos(draw.Between(0, 2 * Math.PI));
        return (Wrap(0.5 + (distance * sin)), Wrap(0.5 + (distance * cos)));
    }

    private static double Wrap(double value) => value - Math.Floor(value);
}
