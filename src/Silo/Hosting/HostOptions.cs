namespace Canvass.Silo.Hosting;

/// <summary>How this process takes part; bound from the configuration section <c>Canvass</c>.</summary>
public sealed class HostOptions
{
    /// <summary>What this process does: <c>all</c>, the default, is silo and HTTP doors in one.</summary>
    public string Role { get; set; } = "all";

    /// <summary>The port on which silos talk to one another; default 11111.</summary>
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port on which the grain client library connects; default 30000.</summary>
    public int GatewayPort { get; set; } = 30_000;
}
