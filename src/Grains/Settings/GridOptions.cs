namespace Canvass.Grains.Settings;

/// <summary>How the grid works; bound from the configuration section <c>Canvass</c>.</summary>
public sealed class GridOptions
{
    /// <summary>The H3 resolution by which cell grains are keyed, 7 to 9; default 8. Chosen when the grid is created, recorded in its
    /// database, and refused when it differs at a later start.</summary>
    public int CellResolution { get; set; } = 8;

    /// <summary>How long a cell may answer from memory without comparing itself with the registry; default 30 s. A lost notification is
    /// healed within this time.</summary>
    public TimeSpan CellFreshness { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a coverage question waits for cells before it answers with what it has; default 2 s.</summary>
    public TimeSpan CoverageDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many cells one question asks at a time; default 64.</summary>
    public int CoverageFanOut { get; set; } = 64;

    /// <summary>How many asks of one canvass are delivered at a time; default 64.</summary>
    public int DeliveryFanOut { get; set; } = 64;
}
