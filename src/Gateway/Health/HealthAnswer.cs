namespace Canvass.Gateway.Health;

/// <summary>How the process is.</summary>
/// <param name="Status"><c>live</c>, <c>started</c> or <c>ready</c>.</param>
public sealed record HealthAnswer(string Status);
