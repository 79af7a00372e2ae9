using BenchmarkDotNet.Attributes;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Micro;

/// <summary>The operations of the H3 core at resolution 9, over the same positions as tools/h3-vectors/bench.mjs.</summary>
[MemoryDiagnoser]
public class HexagonBenchmarks
{
    private const int Count = 1024;

    private readonly LatLng[] _positions = new LatLng[Count];
    private readonly H3Index[] _cells = new H3Index[Count];
    private readonly H3Index[] _others = new H3Index[Count];
    private readonly LatLng[] _corners = new LatLng[H3Index.MaxBoundaryCorners];
    private readonly H3Index[] _room = new H3Index[CircleCover.MaxCellCount(5000, 9)];
    private readonly LatLng[] _circle = new LatLng[64];

    [GlobalSetup]
    public void Draw()
    {
        for (var i = 0; i < Count; i++)
        {
            // A golden-ratio spiral over Atlanta, the same in every language.
            var turn = i * 0.6180339887498949 % 1;
            _positions[i] = new LatLng(33.6 + 0.3 * i / Count, -84.55 + 0.3 * turn);
            _cells[i] = H3Index.LatLngToCell(_positions[i], 9);
            _others[i] = _cells[i].GridRing(5)[i % 30];
        }

        for (var i = 0; i < _circle.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / _circle.Length);
            _circle[i] = new LatLng(33.75 + 500 / 111_195.0 * sin, -84.39 + 500 / 92_400.0 * cos);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong LatLngToCell()
    {
        var sum = 0UL;
        foreach (var position in _positions)
        {
            sum += H3Index.LatLngToCell(position, 9).Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double CellToLatLng()
    {
        var sum = 0.0;
        foreach (var cell in _cells)
        {
            sum += cell.CellToLatLng().LatDeg;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int CellToBoundary()
    {
        var sum = 0;
        foreach (var cell in _cells)
        {
            sum += cell.CellToBoundary(_corners);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong CellToParent()
    {
        var sum = 0UL;
        foreach (var cell in _cells)
        {
            sum += cell.CellToParent(8).Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int GridDisk1() => Disks(1);

    [Benchmark(OperationsPerInvoke = Count)]
    public int GridDisk5() => Disks(5);

    [Benchmark(OperationsPerInvoke = Count)]
    public int GridDistance()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++)
        {
            sum += _cells[i].GridDistance(_others[i]);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int CircleCover500() => Covers(500);

    [Benchmark(OperationsPerInvoke = Count)]
    public int CircleCover5000() => Covers(5000);

    [Benchmark]
    public H3Index[] PolygonToCells() => H3Index.PolygonToCells([_circle], 9);

    [Benchmark]
    public H3Index[] PolygonToCellsOverlapping() => H3Index.PolygonToCells([_circle], 9, PolygonContainment.Overlapping);

    private int Disks(int k)
    {
        var sum = 0;
        foreach (var cell in _cells)
        {
            sum += cell.GridDisk(k, _room);
        }

        return sum;
    }

    private int Covers(double radiusMetres)
    {
        var sum = 0;
        foreach (var position in _positions)
        {
            sum += CircleCover.Write(position, radiusMetres, 9, _room);
        }

        return sum;
    }
}
