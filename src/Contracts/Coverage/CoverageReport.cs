using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;

namespace Canvass.Contracts.Coverage;

/// <summary>Which cameras see an area, what share of it, and what nobody sees.</summary>
[GenerateSerializer, Immutable, Alias("canvass.CoverageReport")]
public sealed record CoverageReport
{
    /// <summary>The incident, or null where an area was asked about without one.</summary>
    [Id(0)]
    public IncidentKey? Incident { get; init; }

    /// <summary>When the question was answered.</summary>
    [Id(1)]
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether every part of the grid answered in time.</summary>
    [Id(2)]
    public required bool Complete { get; init; }

    /// <summary>The area's surface in square metres.</summary>
    [Id(3)]
    public required double AreaM2 { get; init; }

    /// <summary>The resolution-9 cells that the area touches, ascending.</summary>
    [Id(4)]
    public required IReadOnlyList<H3Index> Cells { get; init; }

    /// <summary>What share of the area is seen.</summary>
    [Id(5)]
    public required CoverageShare Share { get; init; }

    /// <summary>The integrated cameras that see the area, nearest first.</summary>
    [Id(6)]
    public required IReadOnlyList<SeenCamera> Cameras { get; init; }

    /// <summary>Registered households of every resolution-8 cell that the area touches and that answered, bucketed, ascending by cell.</summary>
    [Id(7)]
    public required IReadOnlyList<RegisteredCount> Registered { get; init; }

    /// <summary>The resolution-11 cells whose centre lies in the area and in no integrated camera's view, ascending.</summary>
    [Id(8)]
    public required IReadOnlyList<H3Index> Blind { get; init; }

    /// <summary>The cells of the grid that did not answer in time, ascending; empty where the report is complete.</summary>
    [Id(9)]
    public required IReadOnlyList<H3Index> Missing { get; init; }

    /// <summary>How many of the cameras have footage of the window that was asked about; null for an incident, whose cameras tell each, and if no window
    /// was given.</summary>
    [Id(10)]
    public FootageCounts? Footage { get; init; }
}
