namespace Canvass.Cluster.Tests.Load;

/// <summary>How much the clients do.</summary>
internal sealed record LoadOptions
{
    /// <summary>Incidents reported a second, new ones and updates.</summary>
    public double ReportsPerSecond { get; init; } = 50;

    /// <summary>The share of reports that update an incident.</summary>
    public double UpdateShare { get; init; } = 0.4;

    /// <summary>The share of updates that close it.</summary>
    public double CloseShare { get; init; } = 0.2;

    /// <summary>The share of new incidents that are canvassed.</summary>
    public double CanvassShare { get; init; } = 0.05;

    /// <summary>Incidents read a second.</summary>
    public double ReadsPerSecond { get; init; } = 8;

    /// <summary>Coverage reports read a second.</summary>
    public double CoveragesPerSecond { get; init; } = 4;

    /// <summary>Batches of positions sent a second.</summary>
    public double PositionsPerSecond { get; init; } = 4;

    /// <summary>Whether 507 is an answer that may come, after which a client repeats as after 503.</summary>
    public bool MayRunOutOfRoom { get; init; }

    /// <summary>After how long a client gives a command up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
