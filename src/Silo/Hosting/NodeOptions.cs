namespace Canvass.Silo.Hosting;

/// <summary>How this process takes part; bound from the configuration section <c>Canvass</c>.</summary>
public sealed class NodeOptions
{
    /// <summary>The role of a process that is silo and HTTP API in one.</summary>
    public const string All = "all";

    /// <summary>The role of a process that runs grains; over HTTP it serves health and metrics only.</summary>
    public const string Silo = "silo";

    /// <summary>The role of a process that serves the HTTP API of a cluster's silos.</summary>
    public const string Gateway = "gateway";

    /// <summary>What this process does: <see cref="All"/>, the default, <see cref="Silo"/> or <see cref="Gateway"/>; the latter two need a
    /// database that they share.</summary>
    public string Role { get; set; } = All;

    /// <summary>The port on which silos talk to one another; default 11111.</summary>
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port on which gateways and the grain client library connect; default 30000.</summary>
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>The IP address under which others reach this silo's two ports; default 127.0.0.1.</summary>
    public string AdvertisedAddress { get; set; } = "127.0.0.1";

    /// <summary>Whether the HTTP API may listen where other machines reach it, although callers are not authenticated: true behind a
    /// network policy or a proxy that asks. The names by which callers know it are then <c>AllowedHosts</c>. Default false.</summary>
    public bool TrustedNetwork { get; set; }

    /// <summary>How long the API still answers after a request to stop, so that load balancers learn of it; <c>/health/ready</c> answers
    /// 503 meanwhile. Default 0.</summary>
    public TimeSpan DrainDelay { get; set; }

    /// <summary>How long the process may take to stop: to finish requests, hand over grains and write what is to be written; default 2 min.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a call waits for its answer; default 10 s. The outcome of a call that got none is unknown.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the Orleans Dashboard is served at <c>/dashboard</c> of a silo; default false. It shows the keys of grains and asks
    /// nobody who they are.</summary>
    public bool Dashboard { get; set; }

    /// <summary>Whether this process runs grains.</summary>
    internal bool RunsGrains => Role is All or Silo;

    /// <summary>Whether this process opens the HTTP API.</summary>
    internal bool ServesHttp => Role is All or Gateway;
}
