using Canvass.Contracts.Coverage;

namespace Canvass.Gateway.Coverage;

/// <summary>What is left of a camera's footage of the window.</summary>
/// <param name="State">Whether it still exists.</param>
/// <param name="OverwrittenAt">When the start of the window is overwritten.</param>
public sealed record FootageAnswer(FootageState State, DateTimeOffset OverwrittenAt);
