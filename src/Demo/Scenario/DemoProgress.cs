using Canvass.Client.Cameras;

namespace Canvass.Demo.Scenario;

/// <summary>How far the demo has come.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Import">How far the import of cameras is.</param>
public readonly record struct DemoProgress(DemoStage Stage, ImportTotals Import);
