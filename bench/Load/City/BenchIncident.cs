using System.Globalization;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Load.City;

/// <summary>An incident that is asked about.</summary>
/// <param name="Number">Its number, unique in a run.</param>
/// <param name="Position">Where it happened.</param>
/// <param name="RadiusM">The radius of its area in metres.</param>
internal sealed record BenchIncident(string Number, LatLng Position, double RadiusM)
{
    private const int CountedResolution = 8;
    private const int GridResolution = 9;
    private const int BlindResolution = 11;

    /// <summary>The source that all incidents of the benchmark name.</summary>
    public const string Source = "bench";

    /// <summary>How many owners a canvass of it asks; 0 if that was not worked out.</summary>
    public int Owners { get; init; }

    /// <summary>Its id in the grid.</summary>
    public string Id => $"{Source}:{Number}";

    /// <summary>The path of its coverage.</summary>
    public Uri CoveragePath { get; } =
        new(string.Create(CultureInfo.InvariantCulture, $"/v1/incidents/{Source}%3A{Number}/coverage"), UriKind.Relative);

    /// <summary>The resolution-8 cells whose households are told.</summary>
    public IReadOnlyList<H3Index> CountedCells() =>
        [.. Scene().Cells(GridResolution).Select(cell => cell.CellToParent(CountedResolution)).Distinct()];

    /// <summary>The resolution-11 cells whose centre lies in the area: those that may be blind.</summary>
    public IReadOnlyList<H3Index> BlindCandidates() => Scene().BlindCells([], BlindResolution);

    private Scene Scene() => new(Area.Circle(Position, RadiusM));
}
