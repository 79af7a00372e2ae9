namespace Canvass.Storage.Tests.Processes;

/// <summary>A state as a grain may have one.</summary>
public sealed record ProcessState
{
    public int Number { get; init; }

    public string? Text { get; init; }

    public DateTimeOffset At { get; init; }
}
