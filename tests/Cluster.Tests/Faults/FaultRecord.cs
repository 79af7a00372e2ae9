namespace Canvass.Cluster.Tests.Faults;

/// <summary>A fault that struck.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="To">To whom.</param>
/// <param name="From">The event from which the return is measured.</param>
/// <param name="Return">How long it took until service was back; null: it did not come back.</param>
/// <param name="Limit">How long it may take.</param>
internal sealed record FaultRecord(FaultKind Kind, string To, string From, TimeSpan? Return, TimeSpan Limit)
{
    /// <summary>What failed last.</summary>
    public string? Last { get; init; }

    /// <summary>Whether service was back in time.</summary>
    public bool IsInTime => Return <= Limit;
}
