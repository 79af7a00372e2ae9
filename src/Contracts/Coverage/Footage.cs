namespace Canvass.Contracts.Coverage;

/// <summary>What is left of a camera's footage of a window.</summary>
/// <param name="State">Whether it still exists.</param>
/// <param name="OverwrittenAt">When the start of the window is overwritten: its start plus the camera's retention.</param>
[GenerateSerializer, Immutable, Alias("canvass.Footage")]
public readonly record struct Footage([property: Id(0)] FootageState State, [property: Id(1)] DateTimeOffset OverwrittenAt)
{
    /// <summary>Whether there may be something to ask for.</summary>
    public bool MayExist => State is FootageState.Available or FootageState.Expiring;
}
