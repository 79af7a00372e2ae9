namespace Canvass.Running.Clusters;

/// <summary>What a <see cref="GridCluster"/> is to be like.</summary>
public sealed record GridClusterOptions
{
    /// <summary>How many silos.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>How many gateways.</summary>
    public int Gateways { get; init; } = 2;

    /// <summary>The server whose new database the cluster uses; it outlives the cluster. Null: a durable one of the cluster's own.</summary>
    public PostgresServer? Server { get; init; }

    /// <summary>The database of <see cref="Server"/> to use; null: a new one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Whether every process has a network namespace of its own, so that they can be cut from each other; see
    /// <see cref="ClusterNetwork"/>.</summary>
    public bool Isolated { get; init; }

    /// <summary>Further settings of every process, by name without the prefix <c>Canvass__</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the program; null: the one that the tests were built with. A single process can have another, see
    /// <see cref="GridNode.ProgramFolder"/>.</summary>
    public string? ProgramFolder { get; init; }

    /// <summary>A folder for the output of every process; null: it is kept in memory only.</summary>
    public string? LogFolder { get; init; }
}
