namespace Canvass.Running;

/// <summary>How a <see cref="PostgresServer"/> is stopped.</summary>
public enum PostgresStop
{
    /// <summary>Breaks off what is under way, writes everything down, and ends.</summary>
    Fast,

    /// <summary>As a crash does: the next start recovers from the log.</summary>
    Immediate,
}
