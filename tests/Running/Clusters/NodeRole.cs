namespace Canvass.Running.Clusters;

/// <summary>How a process takes part in a cluster.</summary>
public enum NodeRole
{
    /// <summary>Runs grains.</summary>
    Silo,

    /// <summary>Opens the HTTP doors to the silos.</summary>
    Gateway,
}
