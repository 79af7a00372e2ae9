namespace Canvass.Contracts.Times;

/// <summary>How far clocks may differ.</summary>
public static class ClockSkew
{
    /// <summary>How far ahead of the grid's clock the moment of a position or of a recording report may lie; 5 minutes. A later one that is known
    /// already was written under a clock that ran ahead, and shuts out nothing.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromMinutes(5);
}
