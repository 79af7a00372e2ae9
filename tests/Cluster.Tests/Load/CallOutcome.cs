namespace Canvass.Cluster.Tests.Load;

/// <summary>How one request ended.</summary>
internal enum CallOutcome
{
    /// <summary>With the answer that was wanted.</summary>
    Succeeded,

    /// <summary>503: the grid says that it cannot at present.</summary>
    Unavailable,

    /// <summary>507: the disk of the grid's database is full.</summary>
    OutOfRoom,

    /// <summary>Without an answer in time.</summary>
    TimedOut,

    /// <summary>At a door that had been killed.</summary>
    DoorClosed,

    /// <summary>With anything else: a violation.</summary>
    Violated,
}
