namespace Canvass.Grains.Storage;

/// <summary>What one command writes: a process' next state and its effects, all in one transaction or not at all.</summary>
public sealed record ProcessCommit
{
    /// <summary>The process; null if the command only has effects.</summary>
    public ProcessKey? Key { get; init; }

    /// <summary>The version that the writer knows; null if it knows of none.</summary>
    public int? Version { get; init; }

    /// <summary>The next state as UTF-8 JSON; null deletes the state.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>The effects, in no order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];
}
