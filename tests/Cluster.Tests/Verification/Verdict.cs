namespace Canvass.Cluster.Tests.Verification;

/// <summary>What came of what was acknowledged.</summary>
internal sealed record Verdict
{
    /// <summary>How many incidents were acknowledged and looked for.</summary>
    public required int Incidents { get; init; }

    /// <summary>How many asks of acknowledged sends were looked for.</summary>
    public int Asks { get; init; }

    /// <summary>Incidents that are not in their newest acknowledged state, in the database, the index or through a gateway.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Asks that no inbox holds.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Asks that an inbox holds more than once.</summary>
    public IReadOnlyList<string> Doubled { get; init; } = [];
}
