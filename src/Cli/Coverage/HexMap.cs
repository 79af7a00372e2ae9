using System.Text;
using Canvass.Contracts.Coverage;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Cli.Coverage;

/// <summary>
/// Draws an area's hexagons in characters, north up, every second row shifted by half a hexagon: <c>#</c> seen, <c>+</c> seen in part,
/// <c>·</c> blind, and a digit where so many integrated cameras stand that see the area.
/// </summary>
/// <remarks>The rows are a lattice laid over the hexagons, which lie askew of north; where hexagon and lattice drift apart, one is drawn
/// twice or not at all.</remarks>
internal sealed class HexMap
{
    /// <summary>The resolution in which a report tells blind cells.</summary>
    private const int BlindResolution = 11;

    private const int MostColumns = 36;

    // The distance of the centres of neighbouring hexagons, in metres, on average; a step of resolution makes it √7 times as long.
    private const double PitchOfBlindM = 52;
    private const double MetresPerLatDeg = 111_000;

    private static readonly double RowPerColumn = Math.Sqrt(3) / 2;

    private readonly Scene _scene;
    private readonly Dictionary<H3Index, int> _blind;
    private readonly Dictionary<H3Index, int> _cameras;

    /// <summary>Prepares the map of a report.</summary>
    /// <param name="area">The area.</param>
    /// <param name="report">Its coverage.</param>
    public HexMap(Area area, CoverageReport report)
    {
        _scene = new(area);
        (Resolution, PitchM) = Choose(_scene.ExtentM);
        _blind = report.Blind.CountBy(cell => cell.CellToParent(Resolution)).ToDictionary();
        _cameras = report.Cameras.CountBy(camera => H3Index.LatLngToCell(camera.Position, Resolution)).ToDictionary();
    }

    /// <summary>The resolution of the hexagons that are drawn.</summary>
    public int Resolution { get; }

    /// <summary>How far two hexagons are apart, in metres.</summary>
    public double PitchM { get; }

    /// <summary>The map, a line a row.</summary>
    public IReadOnlyList<string> Draw()
    {
        var rows = (int)Math.Ceiling(_scene.ExtentM / (PitchM * RowPerColumn));
        var columns = (int)Math.Ceiling(_scene.ExtentM / PitchM);
        var lines = new List<string>();
        for (var row = rows; row >= -rows; row--)
        {
            lines.Add(DrawRow(row, columns));
        }

        var first = lines.FindIndex(line => line.Length > 0);
        return first < 0 ? [] : lines[first..(lines.FindLastIndex(line => line.Length > 0) + 1)];
    }

    private static (int Resolution, double PitchM) Choose(double extentM)
    {
        var resolution = BlindResolution;
        var pitch = PitchOfBlindM;
        while (2 * extentM / pitch > MostColumns)
        {
            resolution--;
            pitch *= Math.Sqrt(7);
        }

        return (resolution, pitch);
    }

    private string DrawRow(int row, int columns)
    {
        var shift = (row & 1) == 0 ? 0 : 0.5;
        var line = new StringBuilder(shift > 0 ? " " : "");
        for (var column = -columns; column <= columns; column++)
        {
            line.Append(Draw(At((column + shift) * PitchM, row * PitchM * RowPerColumn))).Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    private LatLng At(double eastM, double northM)
    {
        var centre = _scene.Centre;
        var metresPerLngDeg = MetresPerLatDeg * Math.Cos(centre.LatDeg * Math.PI / 180);
        return new(centre.LatDeg + (northM / MetresPerLatDeg), centre.LngDeg + (eastM / metresPerLngDeg));
    }

    private char Draw(LatLng position)
    {
        var cell = H3Index.LatLngToCell(position, Resolution);
        if (_cameras.TryGetValue(cell, out var cameras))
        {
            return cameras > 9 ? '*' : (char)('0' + cameras);
        }

        if (!_scene.Contains(cell.CellToLatLng()))
        {
            return ' ';
        }

        return _blind.GetValueOrDefault(cell) switch
        {
            0 => '#',
            var blind when blind < Inside(cell) => '+',
            _ => '·',
        };
    }

    /// <summary>How many of a hexagon's parts in which reports tell blindness lie in the area.</summary>
    private int Inside(H3Index cell) => Resolution == BlindResolution
        ? 1
        : cell.CellToChildren(BlindResolution).Count(child => _scene.Contains(child.CellToLatLng()));
}
