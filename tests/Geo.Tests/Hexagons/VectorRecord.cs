using System.Globalization;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Tests.Hexagons;

/// <summary>Asks the question of one record; the kinds are described in tools/h3-vectors/generate.mjs.</summary>
internal static class VectorRecord
{
    /// <returns>The answer where it differs from that of the record, else null.</returns>
    public static string? Check(string[] fields) => fields[0] switch
    {
        "P" => Differs(H3Index.LatLngToCell(At(fields, 1), Int(fields[3])).ToString(), fields[4]),
        "C" => Differs([Cell(fields[1]).CellToLatLng()], fields, 2),
        "B" => Differs(Cell(fields[1]).CellToBoundary(), fields, 2),
        "V" => Differs(Cell(fields[1]).CellToParent(Int(fields[2])).ToString(), fields[3]),
        "H" => Differs(Cell(fields[1]).CellToCenterChild(Int(fields[2])).ToString(), fields[3]),
        "N" => Differs(Cell(fields[1]).CellToChildren(Int(fields[2])), fields, 3),
        "D" => Differs(Cell(fields[1]).GridDisk(Int(fields[2])), fields, 3),
        "R" => Differs(Cell(fields[1]).GridRing(Int(fields[2])), fields, 3),
        "G" => Differs(Cell(fields[1]).TryGridDistance(Cell(fields[2]), out var distance) ? $"{distance}" : "x", fields[3]),
        "A" => Differs(Cell(fields[1]).AreNeighborCells(Cell(fields[2])) ? "1" : "0", fields[3]),
        "E" => CheckEdge(Cell(fields[1]), Cell(fields[2]), Number(fields[3])),
        "S" => CheckArea(Cell(fields[1]), Number(fields[2])),
        "L" => Differs(H3Index.PolygonToCells(Rings(fields), Int(fields[2]), Mode(fields[1])), fields, 3),
        "K" => CheckCompaction(fields),
        _ => "an unknown kind of record",
    };

    private static string? CheckCompaction(string[] fields)
    {
        var cell = Cell(fields[1]);
        var compact = H3Index.CompactCells(cell.GridDisk(Int(fields[2])));
        return Differs(compact, fields, 3) ?? Differs(H3Index.UncompactCells(compact, cell.Resolution), fields, 5);
    }

    private static string? Differs(string answer, string expected) => answer == expected ? null : answer;

    private static string? Differs(H3Index[] cells, string[] fields, int at)
    {
        var sum = 0UL;
        foreach (var cell in cells)
        {
            sum += Mix(cell.Value);
        }

        return cells.Length == Int(fields[at]) && sum.ToString("x", CultureInfo.InvariantCulture) == fields[at + 1]
            ? null
            : $"{cells.Length} {sum:x}: {string.Join(' ', cells.Take(20))}";
    }

    private static string? CheckEdge(H3Index cell, H3Index neighbour, double expected)
    {
        var length = cell.EdgeLengthRads(neighbour);
        var slack = 1e-14 + 2 * Math.Max(Blur(cell.CellToLatLng()), Blur(neighbour.CellToLatLng()));
        return Math.Abs(length - expected) <= slack ? null : $"{length:r}";
    }

    private static string? CheckArea(H3Index cell, double expected)
    {
        var area = cell.CellAreaRads2();
        // The reference sums terms that are far larger than a small cell: it is precise to some 1e-15 only.
        var slack = 3e-15 + 6 * Blur(cell.CellToLatLng()) * Math.Sqrt(expected);
        return Math.Abs(area - expected) <= slack ? null : $"{area:r}";
    }

    // The reference takes latitudes by an arcsine, whose rounding grows near the poles.
    private static double Blur(LatLng position) => 4e-16 / Math.Cos(position.LatDeg * (Math.PI / 180));

    private static string? Differs(LatLng[] positions, string[] fields, int at)
    {
        var count = (fields.Length - at) / 2;
        var alike = positions.Length == count;
        for (var i = 0; alike && i < count; i++)
        {
            var slack = Math.Max(1e-11, Blur(positions[i]));
            alike = H3Sphere.GreatCircleDistanceRads(positions[i], At(fields, at + 2 * i)) <= slack;
        }

        return alike ? null : string.Join(' ', positions);
    }

    private static List<IReadOnlyList<LatLng>> Rings(string[] fields)
    {
        var rings = new List<IReadOnlyList<LatLng>>();
        foreach (var field in fields.Skip(5))
        {
            var numbers = field.Split(' ');
            rings.Add([.. Enumerable.Range(0, numbers.Length / 2).Select(i => At(numbers, 2 * i))]);
        }

        return rings;
    }

    private static PolygonContainment Mode(string text) => text switch
    {
        "centre" => PolygonContainment.Centre,
        "full" => PolygonContainment.Full,
        _ => PolygonContainment.Overlapping,
    };

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }

    private static H3Index Cell(string text) => H3Index.Parse(text);

    private static LatLng At(string[] fields, int at) => new(Number(fields[at]), Number(fields[at + 1]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
